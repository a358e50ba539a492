// The visitor's own region, kept on the device and nowhere else.
// Stored: {code, width, height}; width and height are what its summary last needed.

const KEY = "selaras-region";
const REFUSED = new Set(["SecurityError", "QuotaExceededError"]);
const root = document.documentElement;

// The code, or null. region-early.js has read it from the device.
export const current = () => root.dataset.region || null;

export function keep(code, height = 0) {
  root.dataset.region = code;
  store(() => localStorage.setItem(KEY, JSON.stringify({ code, width: window.innerWidth, height })));
}

export function forget() {
  delete root.dataset.region;
  root.style.removeProperty("--summary-size");
  store(() => localStorage.removeItem(KEY));
}

function store(act) {
  try {
    act();
  } catch (error) {
    // Refused or full: the choice holds for this page only.
    if (!REFUSED.has(error.name)) throw error;
  }
}
