// Runs before the first paint, so an explicit choice never flashes the other mode.
(function () {
  "use strict";
  var root = document.documentElement;
  var mode = null;
  root.dataset.script = "on";
  try {
    // Null, not an exception, where an in-app browser has storage switched off.
    mode = window.localStorage && window.localStorage.getItem("selaras-mode");
  } catch (error) {
    // Storage refused by the reader's settings: the system's choice holds.
    if (error.name !== "SecurityError") throw error;
  }
  if (mode === "light" || mode === "dark") root.dataset.mode = mode;
})();
