/* Nothing that was typed is lost.

   Left alone, Wagtail's automatic saving forgets what changed in the first two seconds of the page,
   what changed between its copying the form and the server's answer, and the last quarter of a
   second before a person saves. */
import { showConflict } from "./conflict.js";
import { flush, put, snapshot } from "./form.js";

const WAIT_MS = 10_000;
const GESTURES = ["input", "change", "paste", "cut", "drop", "keydown", "click"];

class Keeper {
  constructor(form) {
    this.form = form;
    this.saved = null; // what the server has; null until the page has settled
    this.attempt = null; // the automatic saving under way
    this.touched = false;
    this.leaving = false;
    this.see(form.elements.namedItem("loaded_revision_id")?.value, form.elements.namedItem("loaded_revision_created_at")?.value);
    for (const kind of GESTURES) form.addEventListener(kind, (event) => this.onGesture(event), true);
    document.addEventListener("w-unsaved:watch-edits", () => this.onSettled());
    document.addEventListener("w-autosave:save", (event) => this.onSave(event));
    // Before Wagtail looks at the form again: our fields are no change that is to be saved.
    form.addEventListener("w-autosave:success", (event) => this.onAnswer(event.detail.response), true);
    document.addEventListener("w-autosave:success", (event) => this.onSaved(event.detail.response));
    document.addEventListener("w-autosave:error", (event) => this.onError(event.detail.response));
    document.addEventListener("w-autosave:deactivated", () => this.onStopped());
    form.addEventListener("submit", (event) => this.onSubmit(event), true);
    window.addEventListener("beforeunload", () => this.onLeave(), true);
  }

  now() {
    flush(this.form);
    return snapshot(new FormData(this.form));
  }

  get dirty() {
    return this.saved === null ? this.touched : this.now() !== this.saved;
  }

  /* The version that this window has seen last: the server refuses to replace any other. */
  see(revision, moment) {
    if (!revision) return;
    put(this.form, "seen_revision", revision);
    put(this.form, "seen_at", moment ?? "");
  }

  /* Wagtail saves soon after this, and asks before the page is left. */
  announce() {
    this.form.setAttribute("data-w-unsaved-has-edits-value", "true");
    const news = { bubbles: true, cancelable: true, detail: { type: "edits" } };
    this.form.dispatchEvent(new CustomEvent("w-unsaved:add", news));
  }

  onGesture(event) {
    this.touched ||= event.isTrusted || event.type === "paste"; // a cleaned paste is made by us
  }

  onSettled() {
    if (this.saved !== null) return;
    if (this.touched) this.announce();
    else this.saved = this.now();
  }

  /* Wagtail copies the form now and sends the copy later: give it the form as it stands then. */
  onSave(event) {
    if (event.target !== this.form) return;
    const overwritten = event.detail.formData.get("overwrite_revision_id");
    const attempt = { event, values: null, done: null };
    attempt.over = new Promise((resolve) => (attempt.done = resolve));
    this.attempt = attempt;
    const send = () => {
      flush(this.form);
      const data = new FormData(this.form);
      if (overwritten) data.set("overwrite_revision_id", overwritten);
      attempt.values = [...data];
      return data;
    };
    Object.defineProperty(event.detail, "formData", { get: send });
  }

  onAnswer({ revision_id: revision, revision_created_at: moment }) {
    this.see(revision, moment);
  }

  onSaved(answer) {
    this.finish(answer.field_updates);
    if (this.dirty) this.announce();
  }

  onError(answer) {
    if (answer?.kept) {
      put(this.form, "kept_revision", answer.kept);
      showConflict(this.form, answer.error_message);
    }
    this.finish(null, Boolean(answer?.kept));
  }

  finish(updates, kept = true) {
    const { attempt } = this;
    if (kept && attempt?.values) this.saved = snapshot(attempt.values, updates ?? {});
    this.attempt = null;
    attempt?.done();
  }

  /* After a conflict, what is typed on is kept beside the other version: automatic saving goes on. */
  onStopped() {
    if (!this.form.elements.namedItem("kept_revision")) return;
    this.form.dataset.wAutosaveActiveValue = "true";
    if (this.dirty) this.announce();
  }

  async onSubmit(event) {
    flush(this.form);
    if (this.attempt?.values && !this.leaving) {
      event.preventDefault();
      event.stopImmediatePropagation();
      await this.submitAfter(this.attempt, event.submitter);
      return;
    }
    this.attempt?.event.preventDefault(); // what was to be sent goes with this instead
    this.form.dataset.wAutosaveActiveValue = "false";
    setTimeout(() => {
      if (event.defaultPrevented) this.form.dataset.wAutosaveActiveValue = "true";
    });
  }

  /* One after the other, or the server would take the automatic one for somebody else's. */
  async submitAfter(attempt, submitter) {
    await Promise.race([attempt.over, new Promise((resolve) => setTimeout(resolve, WAIT_MS))]);
    this.leaving = true;
    // Wagtail has switched the button off by now, and then the form would not say which it was.
    const { name = "", value = "" } = submitter ?? {};
    const which = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    this.form.append(which);
    this.form.requestSubmit();
    which.remove();
    this.leaving = false;
  }

  onLeave() {
    if (this.dirty) this.form.setAttribute("data-w-unsaved-has-edits-value", "true");
  }
}

/* The answer of the server asks what to do with both versions: Wagtail's own question, which offers
   to overwrite, is not asked. */
function onlyOneQuestion() {
  document.addEventListener(
    "click",
    () => {
      const session = document.querySelector('[data-w-session-intercept-value="conflict"]');
      session?.setAttribute("data-w-session-intercept-value", "");
    },
    true,
  );
}

const form = document.querySelector("form[data-edit-form]");
if (form) {
  new Keeper(form);
  onlyOneQuestion();
}
