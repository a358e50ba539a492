// The map of a count: a tile opens its place beside the map instead of leading down to it. The
// addresses stay the same, so a place can be linked to, and without this script the links work.

const map = document.querySelector("[data-tally-map]");
if (map) enhanceMap(map);
const snippet = document.querySelector(".tally-snippet textarea");
if (snippet && navigator.clipboard) offerCopy(snippet);

function enhanceMap(map) {
  const list = map.querySelector("[data-tally-places]");
  const places = new Map(Array.from(list.querySelectorAll(".tally-place"), (one) => [`#${one.id}`, one]));
  const tiles = Array.from(map.querySelectorAll("a.tile, a.shape"));
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  map.dataset.enhanced = "";
  list.setAttribute("aria-live", "polite");

  function open(hash) {
    for (const [address, place] of places) place.classList.toggle("is-open", address === hash);
    for (const tile of tiles) {
      if (tile.getAttribute("href") === hash) tile.setAttribute("aria-current", "true");
      else tile.removeAttribute("aria-current");
    }
  }

  function show(hash) {
    open(hash);
    const behavior = calm.matches ? "auto" : "smooth";
    places.get(hash).scrollIntoView({ block: "nearest", behavior });
  }

  map.addEventListener("click", (event) => {
    const tile = event.target.closest("a.tile, a.shape");
    const hash = tile?.getAttribute("href");
    if (!places.has(hash) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.history.replaceState(null, "", hash);
    show(hash);
  });

  // A link from the table, or an address with a place in it.
  window.addEventListener("hashchange", () => places.has(window.location.hash) && show(window.location.hash));
  if (places.has(window.location.hash)) show(window.location.hash);
}

function offerCopy(field) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = field.dataset.copyLabel;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = field.dataset.copiedLabel;
    window.setTimeout(() => (button.textContent = field.dataset.copyLabel), 2000);
  });
  field.after(button);
}
