/* A field with formats: its lines are the blocks of Draft. */
import { marked, unmarked } from "./marks.js";
import { Line, nearest } from "./places.js";

const { DraftJS } = window;
const FACT = "FACT";
const drawn = new WeakMap(); // what is underlined in each editor

export class RichField {
  constructor(input) {
    this.input = input;
  }

  get editor() {
    return this.input.draftailEditor;
  }

  get state() {
    return this.editor.getEditorState();
  }

  get takesFacts() {
    return this.editor.props.entityTypes.some((one) => one.type === FACT);
  }

  lines() {
    const content = this.state.getCurrentContent();
    return content.getBlocksAsArray().map((block) => {
      const hidden = [];
      const isFact = (one) => one.getEntity() !== null && content.getEntity(one.getEntity()).getType() === FACT;
      block.findEntityRanges(isFact, (start, end) => hidden.push([start, end]));
      return new Line(this, block.getKey(), block.getText(), hidden);
    });
  }

  find({ key, start, passage }) {
    const block = this.state.getCurrentContent().getBlockForKey(key);
    const at = block ? nearest(block.getText(), passage, start) : -1;
    if (at < 0) return null;
    return DraftJS.SelectionState.createEmpty(key).merge({ anchorOffset: at, focusOffset: at + passage.length });
  }

  /* Underlines these; nothing is drawn again unless something else is to be underlined. */
  mark(found) {
    const signature = JSON.stringify(found.map((one) => [one.key, one.start, one.passage, one.verdict]));
    const editor = this.editor;
    if (signature === (drawn.get(editor) ?? "[]")) return true;
    const state = this.state;
    if (state.isInCompositionMode()) return false;
    const base = unmarked(state.getDecorator());
    const decorator = found.length ? marked(base, found) : base;
    editor.onChange(DraftJS.EditorState.set(state, { decorator }));
    drawn.set(editor, signature);
    return true;
  }

  show(finding) {
    const selection = this.find(finding);
    if (!selection) return false;
    this.editor.focus();
    this.editor.onChange(DraftJS.EditorState.forceSelection(this.state, selection));
    return true;
  }

  embed(finding) {
    const { entity, chip } = finding.fact;
    return this.replace(finding, (content, selection, style) => {
      const made = content.createEntity(FACT, "IMMUTABLE", entity);
      return DraftJS.Modifier.replaceText(made, selection, chip, style, made.getLastCreatedEntityKey());
    });
  }

  write(finding, text) {
    return this.replace(finding, (content, selection, style) => {
      const link = content.getBlockForKey(selection.getStartKey()).getEntityAt(selection.getStartOffset());
      return DraftJS.Modifier.replaceText(content, selection, text, style, link);
    });
  }

  append(finding, text) {
    return this.write(finding, `${finding.passage} ${text}`);
  }

  replace(finding, change) {
    const selection = this.find(finding);
    if (!selection) return false;
    const content = this.state.getCurrentContent();
    const style = content.getBlockForKey(selection.getStartKey()).getInlineStyleAt(selection.getStartOffset());
    const next = DraftJS.EditorState.push(this.state, change(content, selection, style), "insert-characters");
    this.keep(next);
    this.editor.onChange(next);
    this.editor.focus();
    return true;
  }

  /* As `embeds/editor.js`: Wagtail copies the text into the form later, and may forget to save. */
  keep(next) {
    this.input.value = JSON.stringify(DraftJS.convertToRaw(next.getCurrentContent()));
    const news = { bubbles: true, cancelable: true, detail: { type: "edits" } };
    this.input.form.dispatchEvent(new CustomEvent("w-unsaved:add", news));
  }
}
