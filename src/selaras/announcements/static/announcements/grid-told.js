// What the check of a grid found, in few sentences; loaded before the grid itself.
(() => {
  "use strict";

  const element = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });

  function box(head, lines, blocks) {
    const all = Object.assign(element("div"), { className: "grid-told" });
    if (blocks) all.dataset.blocks = "";
    const paragraph = element("p");
    paragraph.append(...head);
    const list = element("ul");
    list.append(...lines.filter(Boolean).map((line) => element("li", line)));
    all.append(paragraph, list);
    return all;
  }

  function example({ problem, remedy, count }) {
    return `${problem}${count > 1 ? ` (${count}×)` : ""} ${remedy}`;
  }

  // `lineWord` is the word before a line's number.
  window.selarasGridTold = ({ problem = "", remedy = "", words = "", problems = [] }, lineWord) => {
    const parts = [];
    if (problem) parts.push(box([element("strong", problem)], [remedy], true));
    if (words) parts.push(Object.assign(element("p", words), { className: "grid-read" }));
    for (const one of problems) {
      const where = one.lines ? ` (${lineWord.toLowerCase()} ${one.lines})` : "";
      const rest = one.more ? [`… +${one.more}`] : [];
      const head = [element("strong", `${one.count} × ${one.words}`), where];
      parts.push(box(head, [...one.examples.map(example), ...rest], one.blocks));
    }
    return parts;
  };
})();
