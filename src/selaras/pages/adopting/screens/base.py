"""What the screens of central texts share."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.accounts.access import allows
from selaras.pages.admin.access import EditorsView, crumbs

TITLE = "Teks pusat"
ICON = "copy"
PER_PAGE = 20
TABS = (
    ("adopting:sources", "Ambil teks"),
    ("adopting:taken", "Teks yang diambil"),
    ("adopting:used", "Dipakai instansi lain"),
)


def tabs(request: HttpRequest, here: str) -> list[dict[str, Any]]:
    """The screens that the gate would let this person into."""
    return [
        {"url": reverse(name), "label": label, "here": name == here}
        for name, label in TABS
        if allows(request, name)
    ]


class AdoptingView(EditorsView, WagtailAdminTemplateMixin, TemplateView):
    header_icon = ICON
    page_title: Any = TITLE
    route = ""

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        if self.route == TABS[0][0]:
            return crumbs(("", TITLE))
        return crumbs((reverse("adopting:taken"), TITLE), ("", str(self.page_title)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        return context | {"tabs": tabs(self.request, self.route)}
