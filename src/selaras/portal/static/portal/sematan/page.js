// The page for those who make websites: what is chosen shows at once, and code is copied by a
// button. Without this script the form and the selection of a text do the same.

const form = () => document.querySelector("[data-embedding]");
const main = document.querySelector("main");
let newest = 0;

async function follow() {
  const number = ++newest;
  const chosen = new URL(form().action);
  chosen.search = new URLSearchParams(new FormData(form())).toString();
  const answer = await fetch(chosen);
  const text = await answer.text();
  if (number !== newest) return; // something else was chosen meanwhile
  const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("main");
  const focused = document.activeElement?.id;
  main.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  window.history.replaceState(null, "", chosen);
  offerCopies();
}

function offerCopies() {
  if (!navigator.clipboard) return;
  for (const field of main.querySelectorAll("textarea[data-copy-label]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tool";
    button.textContent = field.dataset.copyLabel;
    button.setAttribute("aria-live", "polite");
    button.setAttribute("aria-describedby", field.labels[0].id);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = field.dataset.copiedLabel;
      window.setTimeout(() => (button.textContent = field.dataset.copyLabel), 2_000);
    });
    field.before(button);
  }
}

main.addEventListener("change", (event) => {
  // Where the network fails, the form itself asks, and the browser says what is wrong.
  if (event.target.form === form()) follow().catch(() => form().submit());
});
offerCopies();
