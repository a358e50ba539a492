// Runs before the first paint: a remembered region gets its room on the page at once, so that
// nothing moves when its facts arrive.
(function () {
  "use strict";
  var root = document.documentElement;
  root.dataset.scripts = "on";
  try {
    var kept = JSON.parse((window.localStorage && localStorage.getItem("selaras-region")) || "null");
    if (!kept || !/^\d\d(\.\d\d)?$/.test(kept.code)) return;
    root.dataset.region = kept.code;
    if (kept.width === window.innerWidth && kept.height > 0) {
      root.style.setProperty("--summary-size", kept.height + "px");
    }
  } catch (error) {
    // Storage refused, or something else stored under this name: as if nothing were remembered.
    if (error.name !== "SecurityError" && error.name !== "SyntaxError") throw error;
  }
})();
