/* A card beside its passage, until something else is done. In the document it stays where it is, so
   that the keyboard and a screen reader find it below the field as ever. */
const WIDTH = 440, MARGIN = 16, GAP = 8;
let floating = null;

export function float(card, mark) {
  sink();
  const list = card.parentElement;
  list.style.minBlockSize = `${list.offsetHeight}px`; // nothing below it moves
  card.classList.add("align-floating");
  card.setAttribute("popover", "manual"); // above Wagtail's bars
  card.showPopover?.();
  floating = { card, list, mark };
  place();
}

export function sink() {
  if (!floating) return;
  const { card, list } = floating;
  floating = null;
  card.classList.remove("align-floating");
  card.removeAttribute("popover");
  card.removeAttribute("style");
  list.removeAttribute("style");
}

function place() {
  const { card, mark } = floating;
  const { left, top, bottom } = mark.getBoundingClientRect();
  const width = Math.min(WIDTH, window.innerWidth - 2 * MARGIN);
  card.style.inlineSize = `${width}px`;
  card.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
  const below = bottom + GAP, fits = below + card.offsetHeight < window.innerHeight;
  card.style.top = `${fits ? below : Math.max(MARGIN, top - card.offsetHeight - GAP)}px`;
}

/* Goes along with its passage; in which somebody writes stays where it is. */
function follow() {
  if (!floating || floating.card.contains(document.activeElement)) return;
  const { top, bottom } = floating.mark.getBoundingClientRect();
  if (floating.mark.isConnected && bottom > 0 && top < window.innerHeight) place();
  else sink();
}

function onAct(event) {
  if (!floating) return;
  const inside = floating.card.contains(event.target) || event.target.closest?.("[data-finding]");
  if (event.key === "Escape" || !inside) sink();
}

for (const kind of ["mousedown", "keydown", "focusin"]) document.addEventListener(kind, onAct, true);
window.addEventListener("resize", sink);
document.addEventListener("scroll", follow, true);
