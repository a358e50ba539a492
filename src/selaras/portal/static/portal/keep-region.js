// On the page of a region: the button that remembers it as the visitor's own, or forgets it.

import { current, forget, keep } from "./region-store.js";

const button = document.querySelector("[data-keep]");

function draw() {
  button.classList.toggle("is-kept", current() === button.dataset.keep);
}

button.addEventListener("click", () => {
  if (current() === button.dataset.keep) forget();
  else keep(button.dataset.keep);
  draw();
});
draw();
