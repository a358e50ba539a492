"""What the writer sees beside her text: how many passages say otherwise, and which."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.side_panels import BaseSidePanel

from selaras.alignment.queries.reasons import PASSAGE_LETTERS
from selaras.alignment.services.reasons import LEAST_LETTERS, MOST_LETTERS


class AlignmentPanel(BaseSidePanel):
    """Filled by the script; `above` is the parent of a page that is not stored yet."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Keselarasan"
        icon_name = "crosshairs"
        counter_classname = "w-bg-critical-200"

    name = "alignment"
    title = "Keselarasan"
    template_name = "pages/aligning/panel.html"
    order = 310

    def __init__(self, page: Any, request: Any, above: Any = None) -> None:
        super().__init__(page, request)  # type: ignore[no-untyped-call]
        self.place = above or page
        self.is_new = above is not None

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)  # type: ignore[no-untyped-call]
        return context | {"config": self.config, "region": self.place.specific.institution.region}

    @property
    def config(self) -> dict[str, Any]:
        """For the script; it puts the page's key in the place of the 0."""
        return {
            "check": reverse("page_alignment:check", args=[0]),
            "justify": reverse("page_alignment:justify", args=[0]),
            "place": self.place.pk,
            "isNew": self.is_new,
            "least": LEAST_LETTERS,
            "most": MOST_LETTERS,
            "passage": PASSAGE_LETTERS,
        }
