/* Between the text that is sent, counted in code points, and the text in a field, in UTF-16. */
const EMBED = "\uFFFC";

/* One line of a field, without its embeds. `hidden` are their [start, end) in the line. */
export class Line {
  constructor(field, key, whole, hidden = []) {
    this.field = field;
    this.key = key;
    this.whole = whole;
    this.hidden = hidden;
    let sent = "", from = 0;
    for (const [start, end] of hidden) {
      sent += whole.slice(from, start) + EMBED;
      from = end;
    }
    this.sent = sent + whole.slice(from);
  }

  /* Where the code point with this number begins in the whole line. */
  place(number) {
    let at = 0;
    const behind = [...this.hidden];
    for (let count = 0; at < this.whole.length; count += 1) {
      const embed = behind[0]?.[0] === at ? behind.shift() : null;
      if (count >= number) break;
      at = embed ? embed[1] : at + (this.whole.codePointAt(at) > 0xffff ? 2 : 1);
    }
    return at;
  }
}

const length = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/* A part of the text: its lines, each with what separates it from the next one. */
export class Part {
  constructor(name, lines, between) {
    this.name = name;
    this.lines = lines;
    this.between = lines.slice(1).map((line, number) => between(lines[number], line));
    this.text = lines.map((line, number) => line.sent + (this.between[number] ?? "")).join("");
  }

  /* The line in which a span of code points begins, with the span in the whole line. */
  locate(start, end) {
    let from = 0;
    for (const [number, line] of this.lines.entries()) {
      const to = from + length(line.sent);
      if (start <= to) {
        const { field, key } = line;
        return { field, key, start: line.place(start - from), end: line.place(Math.min(end, to) - from) };
      }
      from = to + (this.between[number]?.length ?? 0);
    }
    return null;
  }
}

/* Where the passage stands now, nearest to where it stood; -1 where it is gone. */
export function nearest(text, passage, start) {
  if (text.startsWith(passage, start)) return start;
  const after = text.indexOf(passage, start);
  const before = text.lastIndexOf(passage, start);
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - start < start - before ? after : before;
}
