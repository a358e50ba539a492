// Recovery codes: printed, or copied one to a line.

const codes = document.querySelector("[data-codes]");
const print = document.querySelector("[data-print]");
const copy = document.querySelector("[data-copy-codes]");

if (codes && print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

if (codes && copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const lines = [...codes.querySelectorAll("code")].map((code) => code.textContent);
    await navigator.clipboard.writeText(`${lines.join("\n")}\n`);
    copy.querySelector("span").textContent = copy.dataset.done;
  });
}
