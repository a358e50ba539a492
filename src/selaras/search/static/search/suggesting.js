// Suggestions while somebody types into a search box: an editable combobox with a list (WAI-ARIA
// APG). Without this script the box is a form. The visitor's region, which the portal keeps on
// the device, goes along so that what is near comes first.

const WAIT = 120;
const FEWEST = 2;
const STORED = "selaras-region"; // written by the portal's region-store.js
let lists = 0;

for (const form of document.querySelectorAll("form[data-suggested]")) start(form);

// The code of the region that the device keeps, or nothing.
function kept() {
  try {
    const code = JSON.parse(localStorage?.getItem(STORED) || "null")?.code;
    return /^\d\d(\.\d\d)?$/.test(code) ? code : "";
  } catch (error) {
    if (error.name !== "SecurityError" && error.name !== "SyntaxError") throw error;
    return ""; // storage refused, or something else under this name
  }
}

function start(form) {
  const input = form.elements.q;
  const box = document.createElement("div");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  const known = new Map();
  let active = -1;
  let timer = 0;
  let asking = null;

  box.className = "suggesting";
  input.replaceWith(box);
  list.id = `saran-${++lists}`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  box.append(input, list, told);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) input.setAttribute(name, value);

  // Also one that was chosen after the page came.
  function near() {
    const code = form.hasAttribute("data-regional") && kept();
    if (!code) return;
    const field = form.elements.wilayah ?? form.appendChild(document.createElement("input"));
    Object.assign(field, { type: "hidden", name: "wilayah", value: code });
  }

  function close() {
    window.clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    move(-1);
  }

  function move(to) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = to;
    const option = list.children[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function draw([, texts, kinds, urls]) {
    list.replaceChildren(...texts.map((text, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = urls[number];
      option.dataset.text = text;
      option.append(text);
      if (kinds[number]) {
        const kind = document.createElement("small");
        kind.textContent = kinds[number];
        option.append(" ", kind);
      }
      return option;
    }));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !texts.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = list.hidden ? "" : form.dataset.suggested.replace("{n}", texts.length);
  }

  async function ask() {
    const typed = input.value.trim();
    if (typed.length < FEWEST) return close();
    const asked = new URLSearchParams({ q: typed });
    if (form.elements.wilayah?.value) asked.set("wilayah", form.elements.wilayah.value);
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      if (!known.has(typed)) {
        const response = await fetch(`${form.getAttribute("action")}saran.json?${asked}`, { signal });
        if (!response.ok) return close();
        known.set(typed, await response.json());
      }
      if (!signal.aborted && document.activeElement === input) draw(known.get(typed));
    } catch (error) {
      // Off-line, or overtaken by the next letter: the form itself still works.
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    }
  }

  function choose(option) {
    close();
    if (option.dataset.url) return window.location.assign(option.dataset.url);
    input.value = option.dataset.text;
    form.requestSubmit();
  }

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!count) return ask();
      // The box itself is one of the stops, between the last and the first.
      const stops = count + 1;
      move(((active + 1 + (event.key === "ArrowDown" ? 1 : stops - 1)) % stops) - 1);
    } else if (event.key === "Escape" && count) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && count && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    }
  });
  input.addEventListener("focus", near);
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  near();
}
