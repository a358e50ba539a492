/* Asks the server; one question at a time, and a newer one ends the older. */
import { WORDS } from "./words.js";

const PATIENCE_MS = 15_000;
const UNREACHABLE = { problem: WORDS.unreachable, remedy: "" };

export class Server {
  constructor(form, config) {
    this.form = form;
    this.config = config;
    this.running = null;
  }

  /* The page being edited, or the one below which a page is being made; Wagtail renames the first. */
  get place() {
    const { pathname } = window.location;
    const made = /\/pages\/(\d+)\/edit\//.exec(pathname);
    return { id: made?.[1] ?? this.config.place, isNew: made === null && this.config.isNew };
  }

  /* The findings, or what the problem is; null where a newer question took its place. */
  async check(parts) {
    this.running?.abort();
    const running = (this.running = new AbortController());
    const sent = { new: this.place.isNew, parts: parts.map(({ name, text }) => ({ name, text })) };
    const answer = await this.send(this.config.check, sent, running.signal);
    return running.signal.aborted ? null : answer;
  }

  justify({ fact, passage }, reason) {
    const sent = { type: fact?.type ?? "", region: fact?.region ?? "", passage: passage.slice(0, this.config.passage), reason };
    return this.send(this.config.justify, sent);
  }

  async send(address, sent, signal = null) {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const headers = {
      Accept: "application/json",
      "Content-Type": "application/json",
      "X-CSRFToken": this.form.elements.namedItem("csrfmiddlewaretoken").value,
    };
    try {
      const response = await fetch(address.replace("/0/", `/${this.place.id}/`), {
        method: "POST",
        headers,
        body: JSON.stringify(sent),
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      });
      return await response.json();
    } catch {
      return UNREACHABLE; // offline, signed out, an answer that is none: all the same to who writes
    }
  }
}
