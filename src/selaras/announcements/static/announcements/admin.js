// Takes the editor from a flaw to its line in the document.
function select(area, number) {
  const lines = area.value.split("\n");
  const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const height = area.scrollHeight / lines.length;
  area.focus();
  area.setSelectionRange(start, start + (lines[number - 1] ?? "").length);
  area.scrollTop = Math.max(0, (number - 4) * height);
  area.scrollLeft = 0;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-line]");
  const area = link && document.querySelector(link.getAttribute("href"));
  if (!area) return;
  event.preventDefault();
  area.scrollIntoView({ block: "center" });
  select(area, Number(link.dataset.line));
});
