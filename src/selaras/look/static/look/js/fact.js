// Official facts: shows a fact's source beside its value, on hover, keyboard focus and tap.
// Each a.fact links to its entry in the closing list; the popover is a copy of that entry, so
// the two cannot disagree. Without this script, or without the Popover API, the link remains.

const OPEN_DELAY = 140;
const CLOSE_DELAY = 260;
const HUSH = 400;
const EDGE = 12;
const OFFSET = 6;

const list = document.querySelector(".fact-sources");
if (list && "popover" in HTMLElement.prototype) start(list);

function start(list) {
  const note = document.createElement("div");
  note.id = "fact-note";
  note.className = "fact-note";
  note.popover = "auto";
  note.setAttribute("role", "dialog");
  note.setAttribute("aria-label", list.querySelector("h2").textContent);

  const close = document.createElement("button");
  close.type = "button";
  close.className = "fact-close";
  close.textContent = "\u00d7";
  close.setAttribute("aria-label", list.dataset.closeLabel);
  close.addEventListener("click", () => {
    hide(true);
    hush(HUSH); // the pointer now rests on whatever lay beneath
  });

  let current = null; // the fact whose source is shown
  let kept = false; // opened by tap, click or key, so it outlasts the pointer
  let keptAtPress = null; // light dismiss closes between press and click
  let quiet = false; // neither focus coming back nor a pointer left behind may open it again
  let quietTimer = 0;
  let timer = 0;

  function show(fact, keep) {
    window.clearTimeout(timer);
    kept = keep || (kept && current === fact);
    if (current === fact) return;
    if (current) note.hidePopover();
    const source = document.getElementById(fact.hash.slice(1));
    const copies = Array.from(source.childNodes, (node) => node.cloneNode(true));
    note.replaceChildren(...copies, close);
    // Right after the fact, so that Tab leads from the value into its source.
    fact.after(note);
    note.showPopover();
    current = fact;
    kept = keep;
    fact.setAttribute("aria-expanded", "true");
    place(fact);
  }

  function hide(refocus) {
    window.clearTimeout(timer);
    const fact = current;
    if (!fact) return;
    note.hidePopover();
    if (refocus) fact.focus();
  }

  // Below the value, or above it where there is more room; in page coordinates, so it scrolls
  // along with the text.
  function place(fact) {
    const lines = fact.getClientRects();
    const first = lines[0];
    const last = lines[lines.length - 1];
    const { clientWidth, clientHeight } = document.documentElement;
    const width = note.offsetWidth;
    const height = note.offsetHeight;
    const below = clientHeight - last.bottom - OFFSET - EDGE;
    const above = first.top - OFFSET - EDGE;
    const wanted = below >= height || below >= above
      ? last.bottom + OFFSET
      : first.top - OFFSET - height;
    const top = Math.max(EDGE, Math.min(wanted, clientHeight - height - EDGE));
    const left = Math.max(EDGE, Math.min(first.left, clientWidth - width - EDGE));
    note.style.top = `${top + window.scrollY}px`;
    note.style.left = `${left + window.scrollX}px`;
  }

  function hush(duration) {
    window.clearTimeout(quietTimer);
    quiet = true;
    quietTimer = window.setTimeout(() => (quiet = false), duration);
  }

  function later(action, delay) {
    window.clearTimeout(timer);
    timer = window.setTimeout(action, delay);
  }

  function leave() {
    window.clearTimeout(timer);
    if (!kept) later(() => hide(false), CLOSE_DELAY);
  }

  note.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed" || !current) return;
    current.setAttribute("aria-expanded", "false");
    current = null;
    kept = false;
    hush(0);
  });
  note.addEventListener("pointerenter", () => window.clearTimeout(timer));
  note.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") leave();
  });
  note.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (next && next !== current && !note.contains(next)) hide(false);
  });
  window.addEventListener("resize", () => current && place(current));

  for (const fact of document.querySelectorAll("a.fact[href^='#']")) {
    if (!document.getElementById(fact.hash.slice(1))) continue; // nothing to show: stays a link
    fact.setAttribute("role", "button");
    fact.setAttribute("aria-haspopup", "dialog");
    fact.setAttribute("aria-expanded", "false");

    fact.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "mouse" || kept || quiet) return;
      later(() => show(fact, false), OPEN_DELAY);
    });
    fact.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") leave();
    });
    fact.addEventListener("pointerdown", () => {
      keptAtPress = kept ? current : null;
    });
    fact.addEventListener("focus", () => {
      if (!quiet && fact.matches(":focus-visible")) show(fact, false);
    });
    fact.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (current === fact && next && !note.contains(next)) hide(false);
    });
    fact.addEventListener("click", (event) => {
      event.preventDefault();
      // A press of the keyboard has no pointer before it.
      const wasKept = event.detail === 0 ? kept && current === fact : keptAtPress === fact;
      keptAtPress = null;
      if (wasKept) hide(true);
      else show(fact, true);
    });
    fact.addEventListener("keydown", (event) => {
      if (event.key !== " ") return; // a button answers to Space; a link does not
      event.preventDefault();
      fact.click();
    });
  }
}
