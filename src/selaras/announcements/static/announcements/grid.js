// The grid of values by region: filled like a spreadsheet, pasted from one, checked while typing.
(() => {
  "use strict";

  const PATIENCE = 400; // milliseconds without a key before what was typed is checked
  const MARKS = ["new", "same", "up", "down", "changed", "wrong"];
  const CHANGED = new Set(["new", "up", "down", "changed"]);
  const WITHOUT_REGIONS = new Set(["no region", "unseparated"]);

  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const spanned = (className, text) => Object.assign(element("span", text), { className });

  class Grid {
    constructor(root) {
      this.root = root;
      this.form = root.closest("form");
      this.words = root.dataset;
      this.table = root.querySelector(".grid-table");
      this.zone = this.part("zone");
      this.list = this.part("stray-list");
      this.cells = new Map(); // by "type code"
      this.of = new WeakMap(); // by input
      this.rest = []; // rows of types that have no column here
      this.waiting = new Set(); // cells whose value was not checked yet
      this.before = null; // the rows before the last paste
      this.index();
      this.wake();
      this.listen();
    }

    part(name) {
      return this.root.querySelector(`[data-grid-${name}]`);
    }

    index() {
      const types = [...this.table.querySelectorAll("thead [data-type]")].map((one) => one.dataset.type);
      this.lines = [...this.table.querySelectorAll("tr[data-code]")];
      for (const line of this.lines) {
        [...line.children].slice(1).forEach((td, column) => {
          const input = td.querySelector("input");
          if (!input) return;
          const cell = { td, input, line, column, type: types[column], code: line.dataset.code };
          this.cells.set(`${cell.type} ${cell.code}`, cell);
          this.of.set(input, cell);
        });
      }
    }

    wake() {
      for (const input of this.root.querySelectorAll("input[readonly]")) input.readOnly = false;
      for (const one of this.root.querySelectorAll("[data-drop], [data-grid-drop-all], [data-grid-filter], [data-grid-keys]")) one.hidden = false;
    }

    listen() {
      const { root, table } = this;
      table.addEventListener("input", (event) => this.typed(this.of.get(event.target)));
      this.list.addEventListener("input", () => this.later(true));
      this.list.addEventListener("focusout", () => this.later(true));
      root.addEventListener("keydown", (event) => this.key(event));
      root.addEventListener("paste", (event) => this.pasted(event));
      root.addEventListener("change", (event) => this.chosen(event));
      root.addEventListener("click", (event) => this.clicked(event));
      this.form.addEventListener("submit", () => this.save());
      this.form.addEventListener("formdata", (event) => event.formData.set("rows", this.save()));
    }

    // What is sent.

    rows() {
      const rows = [];
      for (const { td, input, type, code } of this.cells.values()) {
        const value = input.value.trim();
        if (value || td.dataset.mark === "wrong") rows.push([type, code, value]);
      }
      return [...rows, ...this.strays().map((one) => this.strayRow(one)), ...this.rest];
    }

    save() {
      const field = this.part("rows");
      field.value = JSON.stringify(this.rows());
      return field.value;
    }

    async ask(body) {
      const isForm = body instanceof FormData;
      const headers = { Accept: "application/json", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value };
      if (!isForm) headers["Content-Type"] = "application/json";
      const sent = isForm ? body : JSON.stringify({ topic: this.words.topic, ...body });
      try {
        const response = await fetch(this.words.check, { method: "POST", headers, body: sent });
        if (response.ok) return await response.json();
      } catch (error) {
        if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      }
      return { failed: true, problem: this.words.failed, remedy: "" };
    }

    // Typing.

    typed(cell) {
      if (!cell) return;
      if (!cell.input.value.trim()) this.mark(cell, {});
      this.waiting.add(cell);
      this.later();
    }

    later(strays = false) {
      this.straysWait ||= strays;
      clearTimeout(this.timer);
      this.timer = setTimeout(async () => {
        if (this.waiting.size) await this.checkTyped();
        if (this.straysWait) await this.checkStrays();
      }, PATIENCE);
    }

    async checkTyped() {
      const cells = [...this.waiting].filter((one) => one.input.value.trim());
      const rows = cells.map((one) => [one.type, one.code, one.input.value.trim()]);
      this.waiting.clear();
      if (rows.length) {
        const answer = await this.ask({ rows });
        if (answer.problem) {
          for (const cell of cells) this.waiting.add(cell);
          this.tell(answer);
          return;
        }
        answer.cells.forEach((item, at) => {
          if (cells[at].input.value.trim() === rows[at][2]) this.mark(cells[at], item);
        });
      }
      this.settle();
    }

    mark(cell, { mark = "", word = "", problem = "" }) {
      const { td, input } = cell;
      const wrong = mark === "wrong";
      for (const old of td.querySelectorAll(".grid-mark, .grid-problem")) old.remove();
      if (mark) {
        td.dataset.mark = mark;
        td.querySelector(".grid-note").append(" ", spanned("grid-mark", word), ...(wrong ? [spanned("grid-problem", problem)] : []));
      } else delete td.dataset.mark;
      if (wrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }

    settle() {
      this.save();
      const counts = Object.fromEntries(MARKS.map((one) => [one, 0]));
      for (const { td } of this.cells.values()) if (td.dataset.mark) counts[td.dataset.mark] += 1;
      counts.wrong += this.strays().length;
      const tally = this.part("tally");
      const parts = MARKS.filter((one) => counts[one]).map((one) => `${counts[one]} ${tally.dataset[one]}`);
      const sum = Object.values(counts).reduce((one, other) => one + other, 0);
      const told = `${sum} ${tally.dataset.words}${parts.length ? ": " : ""}${parts.join(", ")}`;
      if (tally.textContent !== told) tally.textContent = told;
      this.part("strays").hidden = !this.strays().length;
    }

    // Pasting.

    pasted(event) {
      const cell = this.of.get(event.target);
      if (!cell && event.target !== this.zone) return;
      const text = event.clipboardData.getData("text/plain");
      const html = event.clipboardData.getData("text/html");
      if (cell && !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      this.take({ text, html }, { text, cell });
    }

    async take(body, { text = "", cell = null } = {}) {
      this.root.setAttribute("aria-busy", "true");
      const answer = await this.ask(body);
      this.root.removeAttribute("aria-busy");
      if (answer.refused && cell && WITHOUT_REGIONS.has(answer.refused) && this.fillFrom(cell, text)) return;
      this.tell(answer);
      if (answer.problem) {
        this.zone.value = text || this.zone.value;
        return;
      }
      this.remember();
      this.zone.value = answer.kept ? text : "";
      if (this.part("replace").checked) this.clear();
      this.place(answer.cells);
    }

    remember() {
      this.before = this.rows();
      this.part("undo").hidden = false;
    }

    place(items) {
      const named = new Set(items.map((one) => `${one.type} ${one.region}`));
      for (const one of this.strays()) {
        const [type, region] = this.strayRow(one);
        if (named.has(`${type} ${region}`)) one.remove();
      }
      const added = document.createDocumentFragment();
      for (const item of items) {
        const key = `${item.type} ${item.code}`;
        const cell = this.cells.get(key);
        if (item.stray) added.append(this.stray(item));
        else if (cell) {
          if (!item.value && !item.mark) continue;
          cell.input.value = item.value;
          this.mark(cell, item);
        } else if (item.value) {
          this.rest = this.rest.filter(([type, code]) => `${type} ${code}` !== key);
          this.rest.push([item.type, item.code, item.value]);
        }
      }
      this.list.append(added);
      if (this.rest.length) this.part("told").append(element("p", this.words.hiddenValues));
      this.settle();
      this.filter();
    }

    // A block of values without regions, laid over the rows that are shown from this cell on.
    fillFrom(cell, text) {
      const block = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((line) => line.split("\t"));
      const shown = this.lines.filter((line) => !this.isHidden(line));
      const lines = shown.slice(shown.indexOf(cell.line));
      const wide = Math.max(...block.map((one) => one.length));
      if (block.length > lines.length || cell.column + wide > cell.line.children.length - 1) return false;
      this.remember();
      block.forEach((values, down) => values.forEach((value, right) => {
        const target = this.of.get(lines[down].children[cell.column + right + 1].querySelector("input"));
        if (!target) return;
        target.input.value = value.trim();
        this.typed(target);
      }));
      return true;
    }

    async undo() {
      const answer = this.before.length ? await this.ask({ rows: this.before }) : { cells: [] };
      if (answer.problem) return this.tell(answer);
      this.part("undo").hidden = true;
      this.part("told").replaceChildren(element("p", this.words.undone));
      this.clear();
      this.place(answer.cells);
      return this.zone.focus();
    }

    clear() {
      for (const cell of this.cells.values()) {
        if (!cell.input.value && !cell.td.dataset.mark) continue;
        cell.input.value = "";
        this.mark(cell, {});
      }
      this.list.replaceChildren();
      this.rest = [];
      this.waiting.clear();
    }

    // Rows that have no place yet.

    strays() {
      return [...this.list.querySelectorAll("[data-stray]")];
    }

    strayRow(one) {
      const value = (name) => one.querySelector(`[data-${name}]`).value.trim();
      return [one.dataset.type, value("region"), value("value")];
    }

    stray(item) {
      const one = this.part("strays").querySelector("template").content.firstElementChild.cloneNode(true);
      one.dataset.type = item.type;
      one.querySelector("[data-region]").value = item.region;
      const value = one.querySelector("[data-value]");
      value.value = item.value;
      value.setAttribute("aria-label", item.label);
      one.querySelector(".grid-problem").textContent = this.told(item);
      return one;
    }

    told(item) {
      return (item.line ? `${this.words.line} ${item.line}: ` : "") + item.problem;
    }

    async checkStrays() {
      this.straysWait = false;
      const strays = this.strays();
      if (!strays.length) return;
      const rows = strays.map((one) => this.strayRow(one));
      const answer = await this.ask({ rows });
      if (answer.problem) {
        this.tell(answer);
        return;
      }
      answer.cells.forEach((item, at) => {
        const cell = this.cells.get(`${item.type} ${item.code}`);
        if (!item.stray && cell && !cell.input.value && !strays[at].contains(document.activeElement)) {
          cell.input.value = item.value;
          this.mark(cell, item);
          strays[at].remove();
        } else if (item.stray || !cell?.input.value) {
          strays[at].querySelector(".grid-problem").textContent = this.told(item);
        }
      });
      this.settle();
    }

    tell(answer) {
      this.part("told").replaceChildren(...window.selarasGridTold(answer, this.words.line));
    }

    // Buttons, choices, keys.

    clicked(event) {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.hasAttribute("data-drop")) this.drop([button.closest("[data-stray]")]);
      if (button.hasAttribute("data-grid-drop-all")) this.drop(this.strays());
      if (button.hasAttribute("data-grid-undo")) this.undo();
      if (button.hasAttribute("data-grid-without")) {
        event.preventDefault();
        const text = this.zone.value;
        if (text.trim()) this.take({ text }, { text });
        else this.ask({ rows: this.rows() }).then((answer) => this.tell(answer));
      }
    }

    drop(strays) {
      const next = strays.at(-1)?.nextElementSibling?.querySelector("input");
      for (const one of strays) one.remove();
      this.settle();
      (next ?? this.zone).focus();
    }

    chosen(event) {
      if (event.target.matches("[data-grid-province], [data-grid-show]")) this.filter();
      if (event.target.matches("[data-region], [data-value]")) this.checkStrays();
      if (event.target === this.part("file") && event.target.files.length) {
        const body = new FormData();
        body.set("topic", this.words.topic);
        body.set("file", event.target.files[0]);
        event.target.value = "";
        this.take(body);
      }
    }

    filter() {
      const province = this.part("province").value;
      const show = this.part("show").value;
      const fits = {
        "": () => true,
        filled: (td) => Boolean(td.querySelector("input")?.value),
        changed: (td) => CHANGED.has(td.dataset.mark),
        wrong: (td) => td.dataset.mark === "wrong",
      }[show];
      for (const body of this.table.tBodies) {
        let shown = 0;
        for (const line of body.querySelectorAll("tr[data-code]")) {
          line.hidden = ![...line.querySelectorAll("td")].some(fits);
          shown += line.hidden ? 0 : 1;
        }
        body.hidden = !shown || (province && body.dataset.province !== province);
      }
    }

    isHidden(line) {
      return line.hidden || line.parentElement.hidden;
    }

    key(event) {
      const cell = this.of.get(event.target);
      const isField = event.target.matches("input:not([type])");
      if (event.key === "Enter" && isField) event.preventDefault();
      if (!cell || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      const { selectionStart, selectionEnd, value } = cell.input;
      const step = { Enter: event.shiftKey ? [-1, 0] : [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
      const atEnd = selectionStart === selectionEnd && selectionEnd === value.length;
      if (step) this.move(event, cell, ...step);
      else if (event.key === "ArrowRight" && atEnd) this.move(event, cell, 0, 1);
      else if (event.key === "ArrowLeft" && selectionEnd === 0) this.move(event, cell, 0, -1);
    }

    move(event, cell, down, right) {
      event.preventDefault();
      let at = this.lines.indexOf(cell.line) + down;
      const column = cell.column + right + 1;
      if (column < 1) return;
      while (this.lines[at] && (this.isHidden(this.lines[at]) || !this.lines[at].children[column]?.querySelector("input"))) {
        if (!down) return;
        at += down;
      }
      const next = this.lines[at]?.children[column].querySelector("input");
      next?.focus();
      next?.select();
    }
  }

  for (const root of document.querySelectorAll("[data-grid]")) new Grid(root);
})();
