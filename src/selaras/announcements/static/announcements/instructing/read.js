/* Says that the instruction was read once it has stood before somebody's eyes: never for a page
   that a browser fetched ahead, or opened in a tab that nobody looked at. */
const SECONDS = 2;
const form = document.querySelector("[data-mark-read]");

async function send() {
  const response = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { "X-Requested-With": "XMLHttpRequest" },
    credentials: "same-origin",
  });
  if (response.ok) form.hidden = true;
}

function whenVisible() {
  if (document.prerendering) {
    document.addEventListener("prerenderingchange", whenVisible, { once: true });
  } else if (document.visibilityState === "visible") {
    setTimeout(() => (document.visibilityState === "visible" ? send() : whenVisible()), SECONDS * 1000);
  } else {
    document.addEventListener("visibilitychange", whenVisible, { once: true });
  }
}

if (form) whenVisible();
