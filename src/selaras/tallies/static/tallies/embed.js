// On a website elsewhere: gives each frame of ours the height of its content. A message counts
// only if it comes from the very window of such a frame, and from the address it was given.
(() => {
  "use strict";
  if (window.selarasTallies) return; // the snippet stands twice on one page
  window.selarasTallies = true;
  const HIGHEST = 4000;
  const frames = () => document.querySelectorAll("iframe[data-selaras-tally]");

  window.addEventListener("message", (event) => {
    const { type, height } = event.data ?? {};
    if (type !== "selaras:height" || !Number.isFinite(height) || height < 1) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== event.source || new URL(frame.src).origin !== event.origin) continue;
      frame.style.height = `${Math.min(Math.ceil(height), HIGHEST)}px`;
    }
  });
  for (const frame of frames()) frame.contentWindow?.postMessage({ type: "selaras:ask" }, "*");
})();
