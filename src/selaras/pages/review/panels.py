"""What the writer sees of others' remarks beside her text."""

from typing import Any, ClassVar

from wagtail.admin.ui.side_panels import BaseSidePanel

from selaras.pages.clearance import subject_of
from selaras.review.models import Remark
from selaras.review.queries import remarks_on

MOST = 30


class RemarksPanel(BaseSidePanel):
    """Open comments and suggestions from outside the institution, to be taken by hand."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Catatan peninjau"
        icon_name = "openquote"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)  # type: ignore[no-untyped-call]
            return context | {"count": len(self.panel.remarks)}

    class Media:
        css: ClassVar = {"all": ["pages/review/review.css"]}

    name = "remarks"
    title = "Catatan peninjau"
    template_name = "pages/review/panel.html"
    order = 320

    def __init__(self, page: Any, request: Any) -> None:
        super().__init__(page, request)  # type: ignore[no-untyped-call]
        found = remarks_on(subject_of(page)).filter(state=Remark.State.OPEN)
        self.remarks = list(found[:MOST])

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)  # type: ignore[no-untyped-call]
        return context | {"remarks": self.remarks}
