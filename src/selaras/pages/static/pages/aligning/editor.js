/* What the text of the page says otherwise than the official facts, while it is written.

   Nothing happens on a key but the winding of a clock. When it has run down and the browser is idle,
   all fields are read and sent together; what comes back is underlined, and told below the field. */
import { Server } from "./asking.js";
import { cardOf, element, heading } from "./cards.js";
import { hostOf, partsOf } from "./fields.js";
import { float } from "./floating.js";
import { WORDS, counted } from "./words.js";

const PAUSE_MS = 700;
const SOON_MS = 60;
const NARROW_PX = 800; // the side panel lies over the text
const GESTURES = ["input", "keydown", "paste", "cut", "drop", "click", "compositionend"];
const SHIFT = ["Shift", "Control", "Alt", "Meta", "Tab"];

class Alignment {
  constructor(form) {
    this.form = form;
    this.config = JSON.parse(document.getElementById("align-config").textContent);
    this.server = new Server(form, this.config);
    this.sent = null; // the text that the shown findings are about
    this.told = "";
    this.findings = [];
    this.cards = new Map();
    this.live = element("p", { class: "w-sr-only", role: "status" });
    form.append(this.live);
    for (const kind of GESTURES) document.addEventListener(kind, (event) => this.onGesture(event), true);
    this.later(SOON_MS);
  }

  /* Wagtail writes its panels anew when a page is stored for the first time. */
  get panel() {
    return document.querySelector("[data-align-panel]");
  }

  get status() {
    return this.panel.querySelector("[data-align-status]");
  }

  onGesture(event) {
    const mark = event.type === "click" ? event.target.closest?.("[data-finding]") : null;
    if (mark) this.point(mark);
    if (event.type !== "keydown" || !SHIFT.includes(event.key)) this.later(PAUSE_MS);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => this.check(), { timeout: PAUSE_MS }), wait);
  }

  async check() {
    const parts = partsOf(this.form);
    const text = JSON.stringify(parts.map((one) => [one.name, one.text]));
    if (text === this.sent) {
      if (this.status.textContent === this.told) this.mark(parts);
      else this.show(parts);
      return;
    }
    this.sent = text;
    const answer = await this.server.check(parts);
    if (answer === null) return;
    if (answer.findings) {
      this.take(answer.findings, parts);
    } else {
      this.sent = null; // asked again at the next pause
      this.tell([answer.problem, answer.remedy].join(" ").trim());
    }
  }

  /* Findings get their place in a field, and a name that stays as long as they stay the same. */
  take(findings, parts) {
    const byName = new Map(parts.map((one) => [one.name, one]));
    const seen = new Map();
    this.findings = findings.flatMap((one) => {
      const part = byName.get(one.part), place = part?.locate(one.start, one.end);
      if (!place) return [];
      const { start, end, ...same } = one;
      const name = JSON.stringify(same), number = seen.get(name) ?? 0;
      seen.set(name, number + 1);
      return [{ ...one, ...place, id: `${name}#${number}` }];
    });
    this.show(parts);
  }

  show(parts = partsOf(this.form)) {
    this.mark(parts);
    this.place();
    this.overview();
    const justified = this.findings.filter((one) => one.reason).length;
    this.tell(counted(this.findings.length - justified, justified));
    this.count(this.findings.length - justified);
  }

  mark(parts) {
    for (const field of new Set(parts.flatMap((part) => part.lines.map((line) => line.field)))) {
      const here = this.findings.filter((one) => one.field.input === field.input);
      const open = here.filter((one) => !one.reason);
      if (!field.mark(open)) this.later(PAUSE_MS);
    }
  }

  /* Cards that are there stay as they are: somebody may be writing in them. */
  place() {
    const wanted = new Set(this.findings.map((one) => one.id));
    for (const [id, card] of this.cards) {
      if (!wanted.has(id)) this.drop(id, card);
    }
    for (const one of this.findings) {
      const kept = this.cards.get(one.id);
      if (kept) kept.finding = one;
      else this.add(one);
    }
  }

  add(finding) {
    const held = { finding };
    const acts = {
      show: () => this.reveal(held.finding),
      embed: () => this.mend(held.finding, (one) => one.field.embed(one)),
      write: (text) => this.mend(held.finding, (one) => one.field.write(one, text)),
      append: (text) => this.mend(held.finding, (one) => one.field.append(one, text)),
      justify: (words) => this.justify(held.finding, words),
    };
    held.node = cardOf(finding, acts, this.config);
    this.cards.set(finding.id, held);
    this.listOf(hostOf(finding.field)).append(held.node);
  }

  listOf(host) {
    const found = [...host.children].find((one) => one.matches("[data-align-cards]"));
    if (found) return found;
    const list = element("ul", { class: "align-cards", "data-align-cards": "", "aria-label": WORDS.list });
    host.append(list);
    return list;
  }

  drop(id, { node }) {
    const list = node.parentElement;
    node.remove();
    if (list && !list.children.length) list.remove();
    this.cards.delete(id);
  }

  mend(finding, change) {
    if (!change(finding)) {
      this.gone();
      return;
    }
    this.findings = this.findings.filter((one) => one.id !== finding.id);
    this.show();
    this.tell(WORDS.replaced);
    this.later(SOON_MS);
  }

  /* What went wrong, or nothing. */
  async justify(finding, words) {
    if (this.server.place.isNew) return WORDS.saveFirst;
    const { reason, problem, remedy } = await this.server.justify(finding, words);
    if (!reason) return [problem ?? WORDS.notKept, remedy].filter(Boolean).join(" ");
    this.sent = null;
    await this.check();
    const now = this.findings.find((one) => one.reason === reason && one.key === finding.key && one.start === finding.start);
    this.cards.get(now?.id)?.node.querySelector("button").focus();
    return "";
  }

  gone() {
    this.sent = null;
    this.tell(WORDS.gone);
    this.later(SOON_MS);
  }

  /* The caret goes to the passage; where it is underlined, its card comes beside it. */
  reveal(finding) {
    if (window.innerWidth < NARROW_PX) document.querySelector("[data-form-side-close-button]").click();
    if (!finding.field.show(finding)) {
      this.gone();
      return;
    }
    setTimeout(() => {
      const mark = [...document.querySelectorAll("[data-finding]")].find((one) => one.dataset.finding === finding.id);
      if (!mark) return;
      mark.scrollIntoView({ block: "center", behavior: "instant" });
      this.point(mark);
    }, SOON_MS); // the caret has come to rest
  }

  point(mark) {
    const card = this.cards.get(mark.dataset.finding)?.node;
    if (card) float(card, mark);
  }

  overview() {
    const line = (one) => {
      const open = element("button", { type: "button", class: "align-jump", onclick: () => this.reveal(one) }, ...heading(one));
      return element("li", { "data-justified": String(Boolean(one.reason)) }, open);
    };
    this.panel.querySelector("[data-align-overview]").replaceChildren(...this.findings.map(line));
  }

  count(open) {
    const counter = document.querySelector('[data-side-panel-toggle="alignment"] [data-side-panel-toggle-counter]');
    if (!counter) return;
    counter.textContent = String(open);
    counter.hidden = open === 0;
  }

  tell(words) {
    this.told = words;
    this.status.textContent = words;
    if (this.live.textContent !== words) this.live.textContent = words;
  }
}

const form = document.querySelector("[data-edit-form]");
if (form && document.querySelector("[data-align-panel]")) new Alignment(form);
