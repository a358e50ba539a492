/* What comes from a word processor besides its text is left behind before the editor reads it:
   remarks in the margin, deleted and hidden words, scripts, drawings. Which formats a text may have
   is the editor's own business, and the server's. */

const LEFT_BEHIND = [
  "script", "style", "title", "meta", "link", "xml", "template", "noscript",
  "iframe", "object", "embed", "svg", "math", "canvas", "img",
  "del", ".msoDel", // tracked changes
  '[style*="mso-element:comment"]', '[style*="mso-comment-"]', '[href^="#_msocom"]', ".msocomoff",
  '[style*="mso-hide:all"]', '[style*="display:none"]', '[style*="display: none"]',
].join();
/* Google Docs wraps everything in a bold element that is not bold. */
const WRAPPERS = '[id^="docs-internal-guid"]';
const EDITOR = ".public-DraftEditor-content";
const cleaned = new WeakSet();

/* The same markup without these, or null where there was none of them. */
function clean(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const unwanted = body.querySelectorAll(LEFT_BEHIND);
  const wrappers = body.querySelectorAll(WRAPPERS);
  for (const element of unwanted) element.remove();
  for (const wrapper of wrappers) wrapper.replaceWith(...wrapper.childNodes);
  return unwanted.length || wrappers.length ? body.innerHTML : null;
}

function onPaste(event) {
  const { clipboardData: brought, target } = event;
  if (cleaned.has(event) || !brought || !target.closest?.(EDITOR)) return;
  const html = clean(brought.getData("text/html"));
  if (html === null) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", brought.getData("text/plain"));
  const again = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  cleaned.add(again);
  event.preventDefault();
  event.stopImmediatePropagation();
  target.dispatchEvent(again);
}

document.addEventListener("paste", onPaste, true);
