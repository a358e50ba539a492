/* What stands in the editor's form, as text that can be compared. */

/* Neither written by a person nor part of what is saved. */
const FURNITURE = new Set([
  "csrfmiddlewaretoken", "next", "loaded_revision_id", "loaded_revision_created_at",
  "overwrite_revision_id", "seen_revision", "seen_at", "kept_revision",
]);
const MARKS = /^(COMMENT-|STYLE_RERENDER)/;
const written = new WeakMap();

function raw(content) {
  const state = window.DraftJS.convertToRaw(content);
  for (const block of state.blocks) {
    block.inlineStyleRanges = block.inlineStyleRanges.filter(({ style }) => !MARKS.test(style));
  }
  const empty = ({ text, entityRanges }) => !text.trim() && !entityRanges.length;
  return state.blocks.every(empty) ? null : state;
}

const words = (state) => JSON.stringify((state?.blocks ?? []).map(({ text }) => text));

/* Wagtail copies a text editor's words into the form 250 ms after the last key: too late for who
   saves at once. */
export function flush(form) {
  for (const input of form.querySelectorAll('input[type="hidden"]')) {
    const content = input.draftailEditor?.getEditorState?.().getCurrentContent();
    if (!content || written.get(input) === content) continue;
    const state = raw(content);
    const changed = written.has(input) || words(state) !== words(JSON.parse(input.value || "null"));
    if (changed) input.value = JSON.stringify(state);
    written.set(input, content);
  }
}

/* Two equal texts mean that nothing changed between them. `updates` are values that the server gave
   to fields when it saved them. */
export function snapshot(data, updates = {}) {
  const lines = [];
  for (const [name, value] of data) {
    if (FURNITURE.has(name) || name.startsWith("comments-")) continue;
    const text = value instanceof File ? `${value.name}:${value.size}` : value;
    lines.push([name, name in updates ? String(updates[name] ?? "") : text]);
  }
  return JSON.stringify(lines);
}

/* A hidden field of ours; made when it is first set. */
export function put(form, name, value) {
  let field = form.elements.namedItem(name);
  if (!field) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name });
    form.append(field);
  }
  field.value = value;
}
