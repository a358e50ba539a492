// The tools of a text: hear it, print it, pass it on, copy its address. Every button is hidden
// in the markup and shown here only where the browser can do what it says.

const LONGEST = 200; // characters; Chromium falls silent within longer utterances
const COPIED = 4000; // milliseconds for which the confirmation stays
const INDONESIAN = /^(id|in)([-_]|$)/i; // "in" is the older code, still used by some phones

// How a text is cut for the ear: rows are read cell by cell; what leads away, or asks for
// consent, is left out.
const SILENT = "aside, button, svg, .button, .credit, .fact-note, .video-consent, .visually-hidden";
const ROW = "tr, dl > div";
const PASSAGE = "h1, h2, h3, h4, p, li, figcaption, caption, summary, footer";

for (const button of document.querySelectorAll("[data-share]")) offerShare(button);
for (const button of document.querySelectorAll("[data-copy]")) offerCopy(button);
for (const button of document.querySelectorAll("[data-print]")) offerPrint(button);
for (const button of document.querySelectorAll("[data-listen]")) offerSpeech(button);

function offerShare(button) {
  const data = { title: button.dataset.title, url: button.dataset.url };
  if (!navigator.share || (navigator.canShare && !navigator.canShare(data))) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.share(data);
    } catch (error) {
      if (error.name !== "AbortError") throw error; // the reader changed their mind
    }
  });
}

function offerCopy(button) {
  if (!navigator.clipboard) return; // absent outside https
  const status = document.getElementById(button.getAttribute("aria-controls"));
  let timer = 0;
  button.hidden = false;
  button.addEventListener("click", async () => {
    window.clearTimeout(timer);
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = button.dataset.copied;
    } catch (error) {
      if (error.name !== "NotAllowedError") throw error;
      status.textContent = button.dataset.refused;
    }
    timer = window.setTimeout(() => (status.textContent = ""), COPIED);
  });
}

function offerPrint(button) {
  if (typeof window.print !== "function") return; // browsers inside other apps
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

function offerSpeech(button) {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const label = button.querySelector("[data-label]");
  const idle = label.textContent;
  let voice = null;
  let queue = null; // what is still to be said; null while silent

  function choose() {
    const fitting = speech.getVoices().filter((one) => INDONESIAN.test(one.lang));
    voice = fitting.find((one) => one.localService) ?? fitting[0] ?? null;
    button.hidden = !voice;
  }

  function mark(element) {
    document.querySelector("[data-reading]")?.removeAttribute("data-reading");
    element?.setAttribute("data-reading", "");
  }

  function sayNext(said) {
    if (said !== queue) return; // stopped, or started anew, in the meantime
    const next = said.shift();
    if (!next) return stop();
    mark(next.element);
    const utterance = new SpeechSynthesisUtterance(next.words);
    utterance.lang = "id-ID";
    utterance.voice = voice;
    utterance.addEventListener("end", () => sayNext(said));
    utterance.addEventListener("error", () => said === queue && stop());
    speech.speak(utterance);
  }

  function start() {
    speech.cancel();
    queue = Array.from(document.querySelectorAll("[data-read]")).flatMap(passages).flatMap(chunks);
    label.textContent = button.dataset.stop;
    button.dataset.active = "";
    sayNext(queue);
  }

  function stop() {
    queue = null;
    speech.cancel();
    mark(null);
    label.textContent = idle;
    delete button.dataset.active;
  }

  choose();
  speech.addEventListener?.("voiceschanged", choose);
  button.addEventListener("click", () => (queue ? stop() : start()));
  window.addEventListener("pagehide", () => queue && stop());
}

/** The passages below an element in reading order, as {element, words}. */
function passages(element) {
  if (element.matches(SILENT)) return [];
  if (element.matches(ROW)) {
    return [{ element, words: Array.from(element.children, spoken).filter(Boolean).join(", ") }];
  }
  if (element.matches(PASSAGE)) return [{ element, words: spoken(element) }];
  return Array.from(element.children).flatMap(passages);
}

function spoken(element) {
  const copy = element.cloneNode(true);
  for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** A passage by sentences, and long sentences by words. A point inside a number ends nothing. */
function chunks({ element, words }) {
  const sentences = words.match(/\S.*?(?:[.!?…](?=\s)|$)/gu) ?? [];
  const short = new RegExp(`\\S.{0,${LONGEST - 1}}(?=\\s|$)|\\S{1,${LONGEST}}`, "gu");
  return sentences.flatMap((sentence) => sentence.match(short)).map((one) => ({ element, words: one }));
}
