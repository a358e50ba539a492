// Official facts and announcements on any website:
//
//   <selaras-fact type="…" region="32.73" format="sentence"><a href="…">…</a></selaras-fact>
//   <selaras-announcements region="32.73" count="5"><a href="…">…</a></selaras-announcements>
//
// What stands between the tags is shown until the answer came, and again whenever none comes: an
// old value never stands as if it were today's. The page around is neither read nor changed, no
// cookie travels, nobody but the server of this file is asked, and nothing is thrown.

const HERE = new URL("../", import.meta.url);
const LIMIT = 5_000;
const USUAL_SECONDS = 60;
const FEWEST_SECONDS = 10;
const VERSION = 1;
const KEY = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const CODE = /^[0-9]{2}(\.[0-9]{2})?$/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const SEAL =
  "M10 .3l2.1 1.8 2.7-.5 1 2.6 2.6 1-.5 2.7L19.7 10l-1.8 2.1.5 2.7-2.6 1-1 2.6-2.7-.5L10 19.7l-2.1-1.8-2.7.5-1-2.6-2.6-1 .5-2.7L.3 10l1.8-2.1-.5-2.7 2.6-1 1-2.6 2.7.5zM5.4 10.5l3.4 3.6 6-6.7-1.6-1.4-4.5 5-1.8-1.9z";

// --- Asking

const underWay = new Map(); // by address: several elements that show the same ask once

function ask(address) {
  if (!underWay.has(address)) {
    underWay.set(address, read(address).finally(() => underWay.delete(address)));
  }
  return underWay.get(address);
}

async function read(address) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), LIMIT);
  try {
    // "no-cache" lets the browser's own cache ask with the ETag that it has, and use its copy
    // after a 304; a header of ours would cost a second request (a preflight) each time.
    const answer = await fetch(address, {
      cache: "no-cache",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: limit.signal,
    });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return await answer.json();
  } finally {
    clearTimeout(timer);
  }
}

// --- Drawing. Words are always text: nothing that was answered becomes markup.

const isText = (value) => typeof value === "string";
const isLink = (value) => isText(value) && /^https?:\/\//i.test(value);
const isTone = (value) => [1, 2, 3, 4].includes(value);

function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function link(address, className, ...children) {
  if (!isLink(address)) return make("span", className, ...children);
  const element = make("a", className, ...children);
  element.href = address;
  return element;
}

/** What was stated officially is Indonesian. */
function withLanguage(element) {
  element.lang = "id";
  return element;
}

const said = (name, className, text) => withLanguage(make(name, className, text));

function card(words, ...children) {
  const element = make("div", "card", ...children);
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", words);
  return element;
}

function badge(text, tone) {
  const element = make("span", "badge", text);
  if (isTone(tone)) element.dataset.tone = tone;
  return element;
}

function seal() {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  path.setAttribute("fill-rule", "evenodd");
  path.setAttribute("d", SEAL);
  drawing.setAttribute("viewBox", "0 0 20 20");
  drawing.setAttribute("class", "seal");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(path);
  return drawing;
}

// Without light-dark() a browser shows the light values. All pairs have at least AA contrast.
const STYLES = `
:host { --surface: #fffdf9; --ink: #1a2326; --muted: #535d5e; --line: #dcd4c5; --edge: #7d7a70; --accent: #0d5566; --fill: #f2ece1; --tone: #1a2326; font: inherit; color: inherit; }
:host([format="card"]), :host(selaras-announcements) { display: block; }
:host([hidden]) { display: none !important; }
.root { overflow-wrap: break-word; }
.root.light { color-scheme: light; } .root.dark { color-scheme: dark; }
[data-tone="1"] { --step: 1; --fill: #deefe1; --tone: #17542f; }
[data-tone="2"] { --step: 2; --fill: #faecb4; --tone: #604600; }
[data-tone="3"] { --step: 3; --fill: #fde0c8; --tone: #803500; }
[data-tone="4"] { --step: 4; --fill: #fbdeda; --tone: #8f1d18; }
@supports (color: light-dark(red, red)) {
  .root { --surface: light-dark(#fffdf9, #1c2225); --ink: light-dark(#1a2326, #e9e8e3); --muted: light-dark(#535d5e, #b0b7b6); --line: light-dark(#dcd4c5, #363f43); --edge: light-dark(#7d7a70, #869092); --accent: light-dark(#0d5566, #93cfe0); --fill: light-dark(#f2ece1, #242b2e); --tone: light-dark(#1a2326, #e9e8e3); }
  [data-tone="1"] { --fill: light-dark(#deefe1, #1b3325); --tone: light-dark(#17542f, #a3dcb3); }
  [data-tone="2"] { --fill: light-dark(#faecb4, #393012); --tone: light-dark(#604600, #f2d77f); }
  [data-tone="3"] { --fill: light-dark(#fde0c8, #40260f); --tone: light-dark(#803500, #ffbd91); }
  [data-tone="4"] { --fill: light-dark(#fbdeda, #471c1a); --tone: light-dark(#8f1d18, #ffb3ab); }
}
p, ul { margin: 0; padding: 0; list-style: none; }
a { color: inherit; text-decoration-line: underline; text-decoration-thickness: 0.07em; text-underline-offset: 0.2em; } a:hover { text-decoration-thickness: 0.14em; } a:focus-visible { outline: 0.15em solid currentColor; outline-offset: 0.15em; border-radius: 0.1em; }
.seal { inline-size: 0.85em; block-size: 0.85em; margin-inline-end: 0.25em; vertical-align: -0.08em; fill: currentColor; } .flag { font-size: 0.875em; font-weight: 400; }
.card { box-sizing: border-box; display: grid; gap: 0.375em; max-inline-size: 40rem; padding: 1em 1.125em; border: 1px solid var(--line); border-block-start: 0.2em solid var(--accent); border-radius: 0 0 0.375em 0.375em; background: var(--surface); color: var(--ink); line-height: 1.45; text-align: start; } .card a { color: var(--accent); }
.label { font-size: 0.9375em; font-weight: 600; } .label .seal { color: var(--accent); }
.value { font-size: 1.375em; font-weight: 600; line-height: 1.3; } .value .badge { font-size: 0.9em; } .value.past { font-size: 1.125em; }
.small { color: var(--muted); font-size: 0.875em; }
.note { padding: 0.375em 0.625em; border-inline-start: 0.2em solid var(--tone); background: var(--fill); color: var(--tone); font-size: 0.9375em; }
.badge { display: inline-flex; align-items: center; gap: 0.45em; padding: 0.1em 0.6em; border: 1px solid; border-radius: 0.375em; background: var(--fill); color: var(--tone); font-weight: 600; line-height: 1.35; }
.badge[data-tone]::before { content: ""; flex: none; inline-size: 1.05em; block-size: 0.7em; background: repeating-linear-gradient(90deg, currentColor 0 0.18em, transparent 0 0.29em) 0 / calc(var(--step) * 0.29em - 0.11em) 100% no-repeat, linear-gradient(currentColor 0 0) 0 100% / 100% 0.1em no-repeat; }
li { display: grid; gap: 0.2em; padding-block: 0.75em; border-block-start: 1px solid var(--line); } li:last-child { padding-block-end: 0; }
li.emergency { margin-inline: -0.5em; padding: 0.625em; border: 0; border-inline-start: 0.25em solid var(--tone); background: var(--fill); } li.emergency a { color: var(--tone); } li.emergency + li { border-block-start: 0; } li.emergency + li.emergency { margin-block-start: 0.375em; }
.title { font-weight: 600; line-height: 1.35; }
.marks { display: flex; flex-wrap: wrap; gap: 0.375em; font-size: 0.8125em; } .meta { display: flex; flex-wrap: wrap; gap: 0 0.875em; }
@media (forced-colors: active) { .badge, .note, .card, li.emergency { border-color: CanvasText; } .seal { fill: CanvasText; } }
`;

// --- What both elements do

class Living extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });
  #drawn = "";
  #timer = 0;
  #queued = false;
  #seen = () => (document.hidden ? clearTimeout(this.#timer) : this.refresh());
  #recolour = () => this.#colour();

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#fallBack();
  }

  connectedCallback() {
    document.addEventListener("visibilitychange", this.#seen);
    darkness.addEventListener("change", this.#recolour);
    this.#soon();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#seen);
    darkness.removeEventListener("change", this.#recolour);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#soon();
  }

  /** Asks whether something changed. Always fulfilled, whatever happens. */
  async refresh() {
    clearTimeout(this.#timer);
    const address = this.address();
    try {
      const told = address && (await ask(address));
      if (address !== this.address()) return; // another question was asked meanwhile
      if (told?.version === VERSION && this.understands(told)) this.#show(told);
      else this.#fallBack();
    } catch {
      this.#fallBack();
    } finally {
      this.#wait();
    }
  }

  /** Indonesian, unless the element or what it stands in is English. */
  language() {
    const spoken = this.closest("[lang]")?.lang ?? "";
    return /^en\b/i.test(spoken) ? "/en" : "";
  }

  attribute(name, shape) {
    const value = this.getAttribute(name)?.trim() ?? "";
    return shape.test(value) ? value : "";
  }

  /** Once for all attributes that change together. */
  #soon() {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      this.refresh();
    });
  }

  #wait() {
    clearTimeout(this.#timer);
    if (!this.isConnected || document.hidden) return;
    const asked = Number(this.getAttribute("interval") ?? USUAL_SECONDS);
    const seconds = Number.isFinite(asked) ? Math.max(asked, FEWEST_SECONDS) : USUAL_SECONDS;
    this.#timer = setTimeout(() => this.refresh(), Math.min(seconds * 1_000, 2 ** 31 - 1));
  }

  #show(told) {
    const asked = JSON.stringify([told, this.look()]);
    if (asked !== this.#drawn) {
      const focused = this.#root.activeElement !== null;
      const root = make(this.inline() ? "span" : "div", "root", this.draw(told));
      this.#root.replaceChildren(root);
      this.#drawn = asked;
      if (focused) this.#root.querySelector("a")?.focus();
    }
    this.#colour();
  }

  #fallBack() {
    this.#drawn = "";
    this.#root.replaceChildren(document.createElement("slot"));
  }

  /**
   * Light or dark as the page is: by the attribute, else by the page's `color-scheme`, which the
   * style sheet follows by itself; a page that states none shows it by the colour of its text.
   */
  #colour() {
    const root = this.#root.querySelector(".root");
    if (!root) return;
    const asked = this.attribute("mode", /^(light|dark)$/);
    const style = getComputedStyle(this);
    const stated = style.colorScheme && style.colorScheme !== "normal";
    const mode = asked || (stated ? "" : isBright(style.color) ? "dark" : "light");
    root.className = `root ${mode}`;
  }
}

function isBright(colour) {
  const parts = colour.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)/);
  if (!parts) return darkness.matches;
  return 0.299 * parts[1] + 0.587 * parts[2] + 0.114 * parts[3] > 140;
}

// --- A fact

class Fact extends Living {
  static observedAttributes = ["type", "region", "format", "lang", "published", "mode", "interval"];

  address() {
    const type = this.attribute("type", KEY);
    const region = this.attribute("region", CODE);
    const day = this.attribute("published", DAY);
    if (!type || !region) return null;
    const path = `${this.language()}${HERE.pathname}fakta/${type}/${region}.json`;
    return new URL(day ? `${path}?terbit=${day}` : path, HERE).href;
  }

  look() {
    return this.attribute("format", /^(short|sentence|card)$/) || "short";
  }

  inline() {
    return this.look() !== "card";
  }

  understands(told) {
    const { label, title, text, note, validity, source, owner, url, captions } = told;
    const texts = [label, title, text?.short, text?.sentence, note, validity, source?.name, owner?.name];
    const around = [captions?.official, captions?.source, captions?.owner, captions?.open];
    return told.kind === "fact" && [...texts, ...around].every(isText) && isLink(url);
  }

  draw(told) {
    return this.inline() ? this.#words(told) : this.#card(told);
  }

  #words(told) {
    const words = said("span", "", told.text[this.look()]);
    const whole = link(told.url, "fact", seal(), words, ...flags(told));
    const source = told.source.name || told.owner.name;
    whole.title = `${told.captions.official}: ${told.title}. ${told.captions.source}: ${source}`;
    return whole;
  }

  #card(told) {
    const { captions, source, owner } = told;
    const label = make("p", "label", seal(), said("span", "", told.title), ...flags(told));
    const holds = told.holds === true;
    const value = holds ? told.text.short : told.text.sentence;
    const shown = isTone(told.tone) && holds ? badge(value, told.tone) : make("span", "", value);
    const from = source.name
      ? [`${captions.source}: `, withLanguage(link(source.url, "", source.name))]
      : [`${captions.owner} `, withLanguage(link(owner.url, "", owner.name))];
    return card(
      `${captions.official}: ${told.title}`,
      label,
      make("p", holds ? "value" : "value past", withLanguage(shown)),
      holds && told.validity ? said("p", "small", told.validity) : null, // else the value says it
      told.note ? said("p", "note", told.note) : null,
      make("p", "small", ...from),
      make("p", "small", link(told.url, "", captions.open)),
    );
  }
}

function flags(told) {
  const { captions } = told;
  const found = [];
  if (told.state === "changed" && isText(captions.changed)) found.push(captions.changed);
  if (told.invented === true && isText(captions.invented)) found.push(captions.invented);
  return found.flatMap((words) => [" ", make("span", "flag", words)]);
}

// --- The announcements that concern a region

class Announcements extends Living {
  static observedAttributes = ["region", "count", "lang", "mode", "interval"];

  address() {
    const region = this.attribute("region", CODE);
    if (!region) return null;
    return new URL(`${this.language()}${HERE.pathname}pengumuman/${region}.json`, HERE).href;
  }

  look() {
    return Number(this.attribute("count", /^[1-9][0-9]?$/)) || 5;
  }

  inline() {
    return false;
  }

  understands(told) {
    const { announcements, captions, title, url } = told;
    const around = [title, captions?.none, captions?.open];
    return (
      told.kind === "announcements" && around.every(isText) && isLink(url) &&
      Array.isArray(announcements) && announcements.every(isAnnouncement)
    );
  }

  draw(told) {
    const rows = told.announcements.slice(0, this.look()).map(row);
    const list = make("ul", "", ...rows);
    list.setAttribute("role", "list"); // a list without bullets stays one for those who listen
    return card(
      told.title,
      make("p", "label", seal(), told.title),
      rows.length ? list : make("p", "", told.captions.none),
      make("p", "small", link(told.url, "", told.captions.open)),
    );
  }
}

function isAnnouncement(one) {
  const texts = [one?.title, one?.lead, one?.speaker, one?.published];
  return texts.every(isText) && isLink(one.url) && Array.isArray(one.marks);
}

function row(one) {
  const marks = one.marks.filter((mark) => isText(mark?.text));
  const badges = marks.map((mark) => badge(mark.text, mark.tone));
  const urgent = one.emergency === true;
  const item = make(
    "li",
    urgent ? "emergency" : "",
    badges.length ? make("p", "marks", ...badges) : null,
    make("p", "title", withLanguage(link(one.url, "", one.title))),
    urgent ? said("p", "", one.lead) : null,
    make("p", "small meta", said("span", "", one.speaker), make("span", "", one.published)),
  );
  if (urgent) item.dataset.tone = one.drill === true ? "3" : "4";
  return item;
}

// --- A browser that cannot do this goes on showing what stands between the tags.

const darkness = matchMedia("(prefers-color-scheme: dark)");
const able = "adoptedStyleSheets" in Document.prototype && "replaceSync" in CSSStyleSheet.prototype;
const sheet = able ? new CSSStyleSheet() : null;

if (able) {
  sheet.replaceSync(STYLES);
  for (const [name, element] of [["selaras-fact", Fact], ["selaras-announcements", Announcements]]) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
