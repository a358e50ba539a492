// Results in place: while somebody types, and when a filter is chosen. Without this script each of
// them is a page of its own, with the same address.

const WAIT = 250;
const FEWEST = 2;

const form = document.querySelector("form.find");
const input = form.elements.q;
const found = document.getElementById("hasil");
const told = document.querySelector("[data-told]");
let timer = 0;
let asking = null;
let shown = input.value.trim();

async function show(address) {
  asking?.abort();
  asking = new AbortController();
  found.setAttribute("aria-busy", "true");
  try {
    const url = new URL(address, window.location.href);
    url.searchParams.set("bagian", "hasil");
    const response = await fetch(url, { signal: asking.signal });
    if (!response.ok) throw new TypeError(response.status);
    place(await response.text(), address);
  } catch (error) {
    if (error.name === "AbortError") return;
    if (!(error instanceof TypeError)) throw error;
    found.removeAttribute("aria-busy"); // off-line or in trouble: what was there stays
  }
}

function place(html, address) {
  const focused = found.contains(document.activeElement);
  found.innerHTML = html;
  found.removeAttribute("aria-busy");
  window.history.replaceState(null, "", address);
  const heading = found.querySelector("#jumlah");
  told.textContent = heading?.textContent ?? "";
  if (focused) heading?.focus(); // what had the focus is gone
}

input.addEventListener("input", () => {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    const typed = input.value.trim();
    if (typed === shown || typed.length < FEWEST) return;
    shown = typed;
    show(`?${new URLSearchParams(new FormData(form))}`);
  }, WAIT);
});

form.addEventListener("submit", () => {
  window.clearTimeout(timer);
  asking?.abort();
});

const plain = (event) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

found.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-instant]");
  if (!link || !plain(event)) return;
  event.preventDefault();
  // What is typed is what the new address says, also where its spelling was mended.
  input.value = shown = new URL(link.href).searchParams.get("q") ?? "";
  show(link.getAttribute("href"));
});

// Which result was opened: counted without a cookie and without an address.
function picked(event) {
  const link = event.target.closest("a[data-position]");
  if (!link || !found.dataset.picked || event.button > 1) return;
  const { position, key } = link.dataset;
  const said = new URLSearchParams({ q: shown, position, key, region: found.dataset.region });
  navigator.sendBeacon(found.dataset.picked, said);
}
found.addEventListener("click", picked);
found.addEventListener("auxclick", picked);
