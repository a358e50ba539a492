/* Underlines in a text with formats, over whatever else stands there: links, comments, facts.

   Draft gives each letter to one decorator only. Ours takes the place of the editor's own, asks it
   first, and draws around what it draws. It costs as much as the findings of the edited block. */
import { nearest } from "./places.js";

const h = window.React.createElement;
const BEHIND = "\u0000"; // between the number of a mark and the key of what is marked

function Mark({ mark, Within, inner, children, ...rest }) {
  const attributes = { className: "align-mark", "data-verdict": mark.verdict, "data-finding": mark.id, title: mark.label };
  return h("span", attributes, Within ? h(Within, { ...inner, ...rest }, children) : children);
}

export const unmarked = (decorator) => decorator.unmarked ?? decorator;

export function marked(base, marks) {
  const own = Object.create(base);
  const numbers = new Map();
  marks.forEach((mark, number) => numbers.set(mark.key, [...(numbers.get(mark.key) ?? []), number]));
  const split = (key) => {
    const at = key.indexOf(BEHIND);
    return at < 0 ? [null, key] : [marks[Number(key.slice(0, at))], key.slice(at + 1)];
  };
  return Object.assign(own, {
    unmarked: base,

    getDecorations(block, content) {
      const plain = base.getDecorations(block, content);
      const here = numbers.get(block.getKey());
      if (!here) return plain;
      const text = block.getText(), over = [];
      for (const number of here) {
        const { passage, start } = marks[number];
        const at = nearest(text, passage, start);
        for (let place = at; at >= 0 && place < at + passage.length; place += 1) over[place] ??= number;
      }
      return plain.map((key, place) => (over[place] === undefined ? key : `${over[place]}${BEHIND}${key ?? ""}`));
    },

    getComponentForKey(key) {
      const [mark, inner] = split(key);
      return mark ? Mark : base.getComponentForKey(inner);
    },

    getPropsForKey(key) {
      const [mark, inner] = split(key);
      if (!mark) return base.getPropsForKey(inner);
      if (!inner) return { mark };
      return { mark, Within: base.getComponentForKey(inner), inner: base.getPropsForKey(inner) };
    },
  });
}
