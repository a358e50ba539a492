// "Wilayah Anda" on the portal's home: chosen by name or by one tap, remembered on the device,
// shown in place. Without this script the form leads to the region's own page.

import { current, forget, keep } from "./region-store.js";

const WAIT = 10000;
const NEAREST = 3;
const ANY = "00.00"; // what stands for a code in the addresses of the page

const section = document.querySelector(".my-region");
const heading = section.querySelector("h2");
const form = section.querySelector("form");
const input = form.elements.q;
const names = section.querySelector("datalist");
const near = section.querySelector("[data-near]");
const status = section.querySelector(".my-region-status");
const guess = section.querySelector(".my-region-guess");
const summary = section.querySelector(".my-region-summary");

let centres = null; // the list of regions, asked for once and only when it is needed
let asked = null; // the region whose summary is on its way

const address = (pattern, code) => section.dataset[pattern].replace(ANY, code);

function say(words) {
  status.textContent = words;
}

async function regions() {
  centres ??= get(section.dataset.centres).then((response) => response.json());
  try {
    return await centres;
  } catch (error) {
    centres = null; // asked for again next time
    throw error;
  }
}

async function get(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(WAIT) });
  if (!response.ok) throw new Unanswered(response.status);
  return response;
}

class Unanswered extends Error {
  constructor(status) {
    super(`answered with ${status}`);
    this.status = status;
  }
}

// Off-line, too slow, or a server in trouble: all that can be said is that it failed.
const failed = (error) =>
  error instanceof Unanswered || error instanceof TypeError || error.name === "TimeoutError";

async function show(code) {
  asked = code;
  section.dataset.state = "waiting";
  try {
    const html = await (await get(address("summary", code))).text();
    if (asked !== code) return;
    summary.innerHTML = html;
    section.dataset.state = "shown";
    say("");
    keep(code, contentHeight());
    summary.querySelector(".my-region-name").after(guess);
  } catch (error) {
    if (!failed(error)) throw error;
    if (asked !== code) return;
    if (error.status === 404) {
      leave();
      say(section.dataset.gone);
      return;
    }
    section.dataset.state = "failed";
    const link = document.createElement("a");
    link.href = address("page", code);
    link.textContent = link.href;
    summary.replaceChildren(link);
    say(section.dataset.failed);
  }
}

// What the content needs, not what was set aside for it: that may have been too much.
function contentHeight() {
  const range = document.createRange();
  range.selectNodeContents(summary);
  return Math.ceil(range.getBoundingClientRect().height);
}

function choose(code) {
  keep(code);
  say("");
  heading.focus(); // the form that had the focus is hidden now
  return show(code);
}

function leave() {
  asked = null;
  forget();
  delete section.dataset.state;
  guess.hidden = true;
  summary.replaceChildren();
}

async function locate() {
  near.setAttribute("aria-disabled", "true");
  say(section.dataset.locating);
  try {
    const { nearest, position } = await import("./near.js");
    const [place, known] = await Promise.all([position(), regions()]);
    const found = nearest(known, place, NEAREST);
    if (!found.length) return say(section.dataset.outside);
    offer(found.slice(1));
    await choose(found[0][0]);
  } catch (error) {
    if (error instanceof GeolocationPositionError) {
      say(error.code === error.PERMISSION_DENIED ? section.dataset.denied : section.dataset.unknown);
    } else if (failed(error)) {
      say(section.dataset.failed);
    } else {
      throw error;
    }
  } finally {
    near.removeAttribute("aria-disabled");
  }
}

// The nearest centre is a guess: the next ones stand beside it.
function offer(others) {
  const buttons = others.map(([code, name]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = name;
    button.lang = "id";
    button.addEventListener("click", () => {
      guess.hidden = true;
      choose(code);
    });
    return button;
  });
  guess.replaceChildren(guess.firstElementChild, ...buttons);
  guess.hidden = false;
}

async function suggest() {
  if (names.childElementCount) return;
  try {
    names.replaceChildren(...(await regions()).map(([, name]) => new Option(name)));
  } catch (error) {
    if (!failed(error)) throw error; // a name can be typed without suggestions
  }
}

async function submit(event) {
  event.preventDefault();
  const typed = input.value.trim().toLowerCase();
  try {
    const found = (await regions()).find(([, name]) => name.toLowerCase() === typed);
    if (found) {
      guess.hidden = true;
      input.value = "";
      await choose(found[0]);
      return;
    }
  } catch (error) {
    if (!failed(error)) throw error;
  }
  form.submit(); // another spelling: the server knows them
}

input.addEventListener("focus", suggest, { once: true });
form.addEventListener("submit", submit);
if ("geolocation" in navigator) {
  near.addEventListener("click", () => {
    if (!near.hasAttribute("aria-disabled")) locate();
  });
} else {
  near.hidden = true;
}
section.querySelector("[data-change]").addEventListener("click", () => {
  const changing = section.dataset.state === "changing";
  section.dataset.state = changing ? "shown" : "changing";
  if (!changing) input.focus();
});
section.querySelector("[data-forget]").addEventListener("click", () => {
  leave();
  say(section.dataset.forgotten);
  input.focus({ preventScroll: true });
});

if (current()) show(current());
