// Shows what the site makes of a colour while it is being chosen. The server computes it, so
// that the preview and the site never differ.
const WAIT = 150;

function paint(preview, swatches) {
  const figures = preview.querySelectorAll("[data-swatch]");
  swatches.forEach((swatch, place) => {
    const figure = figures[place];
    for (const part of figure.querySelectorAll("[data-fill]")) {
      part.setAttribute("fill", swatch[part.dataset.fill]);
    }
    figure.querySelector("svg").setAttribute("aria-label", swatch.words);
    figure.querySelector("[data-words]").textContent = swatch.words;
  });
}

function show(preview, shown) {
  for (const figure of preview.querySelectorAll("[data-swatch]")) figure.hidden = !shown;
  preview.querySelector("[data-colour-none]").hidden = shown;
}

async function refresh(preview, colour) {
  const digits = /^#?([0-9a-f]{6})$/i.exec(colour.trim())?.[1];
  if (digits) {
    const response = await fetch(preview.dataset.colourUrl.replace("000000", digits));
    if (response.ok) paint(preview, (await response.json()).swatches);
  }
  show(preview, Boolean(digits));
}

function connect(preview) {
  const field = document.getElementById(preview.dataset.colourFor);
  const picker = preview.querySelector("[data-colour-picker]");
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => refresh(preview, field.value), WAIT);
  };
  field.addEventListener("input", () => {
    if (/^#[0-9a-f]{6}$/i.test(field.value)) picker.value = field.value;
    later();
  });
  picker.addEventListener("input", () => {
    field.value = picker.value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    later();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-colour-for]").forEach(connect);
});
