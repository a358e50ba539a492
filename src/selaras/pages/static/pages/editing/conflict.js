/* Somebody else saved the page meanwhile: say so above the form, and lead on. */

export function showConflict(form, sentence) {
  let notice = form.querySelector("[data-conflict]");
  if (!notice) {
    notice = document.createElement("div");
    notice.dataset.conflict = "";
    notice.className = "help-block help-warning editing-conflict";
    notice.setAttribute("role", "alert");
    notice.append(document.createElement("p"), onward(form));
    form.prepend(notice);
  }
  notice.firstElementChild.textContent = sentence;
}

/* Saves what stands in the form, and the server then asks what to do with both versions. */
function onward(form) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small";
  button.textContent = "Lihat kedua versi";
  button.addEventListener("click", () => form.requestSubmit());
  return button;
}
