// Tries a wording while it is written: the same form, sent in the background, shows what is read.
(() => {
  "use strict";

  const PATIENCE = 400; // milliseconds without a key before the sample is read
  const form = document.querySelector("[data-wording]");
  if (!form) return;
  const result = form.querySelector("[data-wording-result]");
  const told = form.querySelector("[data-wording-told]");
  let timer = 0;
  let asking = null;

  async function read() {
    if (asking) asking.abort();
    const mine = (asking = new AbortController());
    result.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Requested-With": "XMLHttpRequest" },
        credentials: "same-origin",
        signal: mine.signal,
      });
      if (!response.ok) throw new Error(response.statusText);
      const html = await response.text();
      if (mine !== asking) return;
      result.innerHTML = html;
      told.textContent = result.firstElementChild.dataset.told;
    } catch (error) {
      if (error.name !== "AbortError") told.textContent = form.dataset.failed;
    } finally {
      if (mine === asking) result.removeAttribute("aria-busy");
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(read, PATIENCE);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "coba") return;
    event.preventDefault();
    clearTimeout(timer);
    read();
  });
})();
