// Begins Wagtail's inputs, choosers and panels from data: the policy allows no inline script.
// Only names that end like these are begun, whatever a page says.
const CALLED = /^init(Date|Time|DateTime)Chooser$/;
const MADE = /^([A-Z]\w*Chooser|InlinePanel|MultipleChooserPanel)$/;

class Begin extends window.StimulusModule.Controller {
  static values = { what: String, with: Array };

  connect() {
    const { whatValue: what, withValue: given } = this;
    this.element.remove();
    if (CALLED.test(what)) window[what](...given);
    else if (MADE.test(what)) new window[what](...given);
  }
}

window.wagtail.app.register("selaras-begin", Begin);
