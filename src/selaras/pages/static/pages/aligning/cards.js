/* One card for each finding: what is otherwise, what the fact says, and how to mend it. */
import { WORDS, sure, tooShort, write } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const ICONS = { conflicting: "error", outdated: "history", premature: "time", inconsistent: "warning" };
let made = 0;

export function element(name, attributes = {}, ...inside) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value);
  }
  node.append(...inside.filter((one) => one !== null && one !== ""));
  return node;
}

function icon(name) {
  const svg = document.createElementNS(SVG, "svg"), use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

const button = (words, act, look = "button-secondary") =>
  element("button", { type: "button", class: `button button-small ${look}`, onclick: act }, words);

export function heading(finding) {
  const name = finding.reason ? "success" : ICONS[finding.verdict];
  const passage = element("q", { class: "align-passage", "data-verdict": finding.verdict }, finding.passage);
  const label = finding.reason ? `${finding.label}, ${WORDS.justified}` : finding.label;
  return [icon(name), element("strong", {}, label), " ", passage];
}

function compared(fact) {
  if (!fact) return null;
  const { source, source_url: address } = fact;
  const from = address ? element("a", { href: address, target: "_blank", rel: "noreferrer" }, source) : source;
  return element("p", { class: "align-fact" }, icon("fact-seal"), `${fact.label} · ${fact.region_name} · ${WORDS.source}: `, from);
}

/* The first remedy that can be used here is the one that is offered first. */
function remedies(finding, acts) {
  const offered = [];
  const find = (action) => finding.remedies.find((one) => one.action === action);
  const look = () => (offered.length ? "button-secondary" : "");
  if (find("embed") && finding.fact && finding.field.takesFacts) {
    offered.push(button(WORDS.embed, acts.embed, look()));
  }
  const [correct, date] = [find("correct"), find("date")];
  if (correct?.text) offered.push(button(write(correct.text), () => acts.write(correct.text), look()));
  if (date?.text) offered.push(button(WORDS.date, () => acts.append(date.text)));
  return offered;
}

/* Where the reason is written; it opens below the buttons. */
function reasonForm(finding, acts, config) {
  const id = `align-reason-${(made += 1)}`;
  const text = element("textarea", { id, rows: "2", maxlength: String(config.most), "aria-describedby": `${id}-problem` });
  const problem = element("p", { id: `${id}-problem`, class: "align-problem", role: "alert" });
  const save = async () => {
    const words = text.value.trim();
    problem.textContent = words.length < config.least ? tooShort(config.least) : await acts.justify(words);
    if (problem.textContent) text.focus();
  };
  const box = element(
    "div",
    { class: "align-reason", hidden: "" },
    element("label", { for: id }, WORDS.reason),
    text,
    problem,
    element("div", { class: "align-buttons" }, button(WORDS.save, save, ""), button(WORDS.cancel, () => open(false))),
  );
  const because = button(WORDS.because, () => open(box.hidden));
  because.setAttribute("aria-expanded", "false");
  const open = (open) => {
    box.hidden = !open;
    because.setAttribute("aria-expanded", String(open));
    (open ? text : because).focus();
  };
  return [because, box];
}

export function cardOf(finding, acts, config) {
  const [because, box] = finding.reason ? [null, null] : reasonForm(finding, acts, config);
  const tools = finding.reason ? [] : [...remedies(finding, acts), because];
  return element(
    "li",
    { class: "align-card", "data-verdict": finding.verdict, "data-justified": String(Boolean(finding.reason)) },
    element("p", { class: "align-head" }, ...heading(finding)),
    element("p", { class: "align-why" }, finding.explanation, " ", element("span", { class: "align-sure" }, `${sure(finding.confidence)}.`)),
    compared(finding.fact),
    finding.mandatory && !finding.reason ? element("p", { class: "align-mandatory" }, icon("lock"), WORDS.mandatory) : null,
    finding.reason ? element("p", { class: "align-kept" }, element("strong", {}, `${WORDS.kept}: `), finding.reason) : null,
    element("div", { class: "align-buttons" }, ...tools, button(WORDS.show, acts.show, "button-secondary align-show")),
    box,
  );
}
