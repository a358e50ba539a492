// Runs before the first paint, so an explicit choice never flashes the other mode.
(function () {
  "use strict";
  var root = document.documentElement;
  var mode = null;
  // The same test as in tokens.css: without it there is one mode, and no switch to offer.
  if (!CSS.supports("color", "light-dark(oklch(from red l c h), red)")) return;
  root.dataset.switch = "on";
  try {
    // Null, not an exception, where an in-app browser has storage switched off.
    mode = window.localStorage && window.localStorage.getItem("selaras-mode");
  } catch (error) {
    // Storage refused by the reader's settings: the system's choice holds.
    if (error.name !== "SecurityError") throw error;
  }
  if (mode !== "light" && mode !== "dark") return;
  root.dataset.mode = mode;
  // The empty page, before any style sheet is there.
  document.querySelector("meta[name='color-scheme']").content = mode;
})();
