"""What the editor of a page sees of the source beside her text."""

from typing import Any, ClassVar

from django.http import HttpRequest
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page

from selaras.pages.adopting.queries import Adopted, adopted, text_of_page

KEPT = "_adopted_from"


class SourcePanel(BaseSidePanel):
    """From where the text was taken, and what became of it since."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Sumber teks"
        icon_name = "copy"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)  # type: ignore[no-untyped-call]
            return context | {"count": int(self.panel.adopted.needs_attention)}

    class Media:
        css: ClassVar = {"all": ["pages/adopting/adopting.css"]}

    name = "source"
    title = "Sumber teks"
    template_name = "pages/adopting/panel.html"
    order = 330

    def __init__(self, page: Any, request: Any, adopted: Adopted) -> None:
        super().__init__(page, request)  # type: ignore[no-untyped-call]
        self.adopted = adopted

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)  # type: ignore[no-untyped-call]
        return context | {"adopted": self.adopted}


def add_panel(page: Page, request: HttpRequest, panels: Any) -> None:
    """Beside the form of a page that was taken from somewhere."""
    found = adopted_on(request, page)
    if found is not None:
        panels.append(SourcePanel(page, request, found))


def adopted_on(request: HttpRequest, page: Page) -> Adopted | None:
    """Asked for once in a request."""
    if KEPT not in request.__dict__:
        taken = text_of_page(page.pk)
        request.__dict__[KEPT] = adopted(taken) if taken else None
    found: Adopted | None = request.__dict__[KEPT]
    return found
