// Draftail writes its placeholders into <style> elements, which the policy forbids, because a
// style element that came from elsewhere could read the page. What is made by script, and so by
// a script of ours, becomes a sheet of the document instead.
class AdoptedStyle extends HTMLElement {
  #sheet = new CSSStyleSheet();
  #watch = new MutationObserver(() => this.#write());

  connectedCallback() {
    this.hidden = true;
    this.#watch.observe(this, { childList: true, characterData: true, subtree: true });
    this.#write();
    document.adoptedStyleSheets.push(this.#sheet);
  }

  disconnectedCallback() {
    this.#watch.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== this.#sheet);
  }

  #write() {
    this.#sheet.replaceSync(this.textContent);
  }
}

customElements.define("adopted-style", AdoptedStyle);
const make = Document.prototype.createElement;
Document.prototype.createElement = function createElement(name, ...options) {
  const wanted = String(name).toLowerCase() === "style" ? "adopted-style" : name;
  return make.call(this, wanted, ...options);
};
