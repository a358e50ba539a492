// Adds an empty line without a round trip, and opens the rows that a map or a list leads to.
function addLine(set) {
  const lines = set.querySelectorAll("[data-line]");
  const last = lines[lines.length - 1];
  const line = last.cloneNode(true);
  const number = lines.length + 1;
  for (const field of line.querySelectorAll("input, textarea")) {
    field.value = "";
    field.id = field.id.replace(/\d+$/, number);
  }
  for (const label of line.querySelectorAll("label")) {
    label.htmlFor = label.htmlFor.replace(/\d+$/, number);
    label.textContent = label.textContent.replace(/\d+$/, number);
  }
  last.after(line);
  line.querySelector("input, textarea").focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[value^='add:']");
  const set = button?.closest("[data-repeat]");
  if (!set) return;
  event.preventDefault();
  addLine(set);
});

function openTarget() {
  const details = document.getElementById(location.hash.slice(1))?.closest("details");
  if (details) details.open = true;
}

addEventListener("hashchange", openTarget);
openTarget();
