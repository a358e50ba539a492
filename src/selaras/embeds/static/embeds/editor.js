/* Facts in the text editor: the chooser, the chip, and the way into the form. */
(() => {
  const { React, ReactDOM, DraftJS, draftail, jQuery } = window;
  const h = React.createElement;
  const COPY_MS = 400;

  const words = () => JSON.parse(document.getElementById("fact-words").textContent);
  /* The page being edited, or the one below which a page is being made. */
  const pageId = () => /\/pages\/(?:add\/\w+\/\w+\/)?(\d+)\//.exec(window.location.pathname)?.[1] ?? "";

  function onOptions(modal) {
    const form = modal.body[0].querySelector("[data-fact-options]");
    let timer, request;
    const preview = () => {
      request?.abort();
      request = jQuery.post(form.dataset.previewUrl, jQuery(form).serialize(), (html) => {
        form.querySelector("[data-fact-preview]").innerHTML = html;
      }, "html");
    };
    const showDate = () => {
      const asOf = form.elements.time.value === "as-of";
      form.elements.as_of.closest(".w-field__wrapper").hidden = !asOf;
    };
    form.addEventListener("input", () => {
      showDate();
      clearTimeout(timer);
      timer = setTimeout(preview, 300);
    });
    showDate();
    modal.ajaxifyForm(form);
    jQuery("[data-fact-back]", form).on("click", (event) => {
      modal.loadUrl(event.currentTarget.href);
      return false;
    });
  }

  const steps = { ...new window.ChooserModalOnloadHandlerFactory().getOnLoadHandlers(), options: onOptions };

  /* Tells Wagtail's autosave that there is something to save. Left alone it forgets what changed in
     the first two seconds of the page, and what changed while it was saving. */
  function saveSoon() {
    const news = { bubbles: true, cancelable: true, detail: { type: "edits" } };
    document.querySelector("[data-edit-form]")?.dispatchEvent(new CustomEvent("w-unsaved:add", news));
  }

  /* Wagtail copies the editor's state into the form 250 ms later: too late for who submits at once. */
  function keep(before, after) {
    const input = [...document.querySelectorAll('input[type="hidden"]')].find(
      (candidate) => candidate.draftailEditor?.getEditorState() === before,
    );
    if (input) input.value = JSON.stringify(DraftJS.convertToRaw(after.getCurrentContent()));
    saveSoon();
  }

  class FactSource extends draftail.ModalWorkflowSource {
    /* The place of the fact that is edited. Beside one, with nothing selected, a new one is meant. */
    edited() {
      const { editorState, entity, entityKey } = this.props;
      if (!entity) return null;
      const place = draftail.DraftUtils.getEntitySelection(editorState, entityKey);
      const selection = editorState.getSelection();
      const offset = selection.getStartOffset();
      const inside = place.getStartOffset() < offset && offset < place.getEndOffset();
      return selection.isCollapsed() && !inside ? null : place;
    }

    getChooserConfig(entity) {
      const { id = "", ...data } = this.edited() ? entity.getData() : {};
      const chooser = this.props.entityType.chooserUrls.factChooser;
      return {
        url: id ? `${chooser}${id}/` : chooser,
        urlParams: { page: pageId(), ...data },
        onload: steps,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen({ data, text }) {
      const { editorState, entityType, onComplete } = this.props;
      const content = editorState.getCurrentContent().createEntity(entityType.type, "IMMUTABLE", data);
      const key = content.getLastCreatedEntityKey();
      const selection = this.edited() ?? editorState.getSelection();
      const written = DraftJS.Modifier.replaceText(content, selection, text, null, key);
      const next = DraftJS.EditorState.push(editorState, written, "insert-characters");
      keep(editorState, next);
      this.workflow.close();
      onComplete(next);
    }
  }

  class FactChip extends React.Component {
    constructor(props) {
      super(props);
      this.state = { target: null };
      this.close = this.close.bind(this);
    }

    componentWillUnmount() {
      this.close();
    }

    open(chip) {
      const wrapper = chip.closest("[data-draftail-editor-wrapper]");
      const outer = wrapper.getBoundingClientRect();
      const { top, left, width, height } = chip.getBoundingClientRect();
      this.setState({ target: { wrapper, top: top - outer.top, left: left - outer.left, width, height } });
      for (const kind of ["mousedown", "keydown", "resize"]) window.addEventListener(kind, this.close);
    }

    close(event) {
      if (event?.target.closest?.(".fact-tooltip")) return;
      for (const kind of ["mousedown", "keydown", "resize"]) window.removeEventListener(kind, this.close);
      if (event) this.setState({ target: null });
    }

    tooltip({ wrapper, ...target }) {
      const { entityKey, onEdit, onRemove } = this.props;
      const remove = () => {
        onRemove(entityKey);
        setTimeout(saveSoon, COPY_MS);
      };
      const look = "button button-small Tooltip__button";
      const inside = h(
        "span",
        { className: "fact-tooltip" },
        h("button", { type: "button", className: look, onClick: () => onEdit(entityKey) }, words().edit),
        h("button", { type: "button", className: `${look} button-secondary no`, onClick: remove }, words().remove),
      );
      return ReactDOM.createPortal(h(draftail.Tooltip, { target, direction: "top" }, inside), wrapper);
    }

    render() {
      const { target } = this.state;
      const attributes = {
        className: "fact-chip",
        role: "button",
        title: words().fact,
        "data-draftail-trigger": true,
        onMouseUp: (event) => this.open(event.currentTarget),
      };
      return h("span", attributes, this.props.children, target && this.tooltip(target));
    }
  }

  draftail.registerPlugin({ type: "FACT", source: FactSource, decorator: FactChip }, "entityTypes");
})();
