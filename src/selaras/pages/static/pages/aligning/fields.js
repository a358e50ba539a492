/* The fields of a page's form that are read, as parts of one text in the order of the screen: the
   title, the lead and each block of the body, as the server reads them of a page that is stored. */
import { Part } from "./places.js";
import { PlainField } from "./plain.js";
import { RichField } from "./rich.js";

const READ = /^(title|lead|body-\d+-.+)$/;
const UNREAD = /-(type|order|deleted|id|scope|regions|region|url|rows-.+)$/;
const BLOCK = /^body-\d+/;
const ROW = /-table-(?:(column)-|cell-(\d+)-)/;
const FIELDS = "input[type=text], input[type=hidden], textarea";

/* Whether a block around this field was deleted: Wagtail keeps it in the form. */
function isDeleted(form, name) {
  const inside = [...name.matchAll(/-\d+(?=-)/g)].map((one) => name.slice(0, one.index + one[0].length));
  return inside.some((prefix) => form.elements.namedItem(`${prefix}-deleted`)?.value);
}

const isRead = (form, { name }) => READ.test(name) && !UNREAD.test(name) && !isDeleted(form, name);
/* A text with formats is kept in a hidden input, once its editor is there. */
function fieldOf(input) {
  if (input.draftailEditor) return new RichField(input);
  return input.type === "hidden" ? null : new PlainField(input);
}

/* The row of a table in which a line stands; nothing for a line that stands alone. */
function rowOf({ field }) {
  const found = ROW.exec(field.input.name);
  return found && (found[1] ?? found[2]);
}

function between(line, next) {
  const row = rowOf(line);
  return row !== null && row === rowOf(next) ? " | " : "\n";
}

export function partsOf(form) {
  const inputs = [...form.querySelectorAll(FIELDS)].filter((input) => isRead(form, input));
  const blocks = new Map();
  for (const field of inputs.map(fieldOf)) {
    if (!field) continue;
    const name = BLOCK.exec(field.input.name)?.[0] ?? field.input.name;
    blocks.set(name, [...(blocks.get(name) ?? []), ...field.lines()]);
  }
  return [...blocks].map(([name, lines]) => new Part(name, lines, between));
}

/* Below what the cards of a field stand. */
export function hostOf({ input }) {
  return input.closest(".typed-table-block") ?? input.closest("[data-field]") ?? input.parentElement;
}
