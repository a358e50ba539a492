// The light / dark / system switch. mode-early.js has already applied the stored choice.

const KEY = "selaras-mode";
const REFUSED = new Set(["SecurityError", "QuotaExceededError"]);

const root = document.documentElement;
const inputs = document.querySelectorAll(".mode-switch input[name='mode']");

function apply(mode) {
  const explicit = mode === "light" || mode === "dark";
  if (explicit) root.dataset.mode = mode;
  else delete root.dataset.mode;
  for (const input of inputs) input.checked = input.value === (explicit ? mode : "system");
}

function remember(mode) {
  try {
    if (mode === "system") window.localStorage?.removeItem(KEY);
    else window.localStorage?.setItem(KEY, mode);
  } catch (error) {
    // Storage refused or full: the choice holds for this page only.
    if (!REFUSED.has(error.name)) throw error;
  }
}

apply(root.dataset.mode);

for (const input of inputs) {
  input.addEventListener("change", () => {
    apply(input.value);
    remember(input.value);
  });
}

// Another tab of the same site changed the choice (key is null when all storage was cleared).
window.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) apply(event.newValue);
});
