/* A field without formats. */
import { Line, nearest } from "./places.js";

export class PlainField {
  constructor(input) {
    this.input = input;
  }

  takesFacts = false;

  lines() {
    return [new Line(this, "", this.input.value)];
  }

  mark() {
    return true;
  }

  select({ passage, start }) {
    const at = nearest(this.input.value, passage, start);
    if (at < 0) return false;
    this.input.focus();
    this.input.setSelectionRange(at, at + passage.length);
    return true;
  }

  show(finding) {
    return this.select(finding);
  }

  /* Typed as by a person, so that it can be undone. */
  write(finding, text) {
    return this.select(finding) && document.execCommand("insertText", false, text);
  }

  append(finding, text) {
    return this.write(finding, `${finding.passage} ${text}`);
  }
}
