"""What central texts add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page

from selaras.accounts.menu import GatedMenuItem
from selaras.pages.adopting.panels import adopted_on
from selaras.pages.adopting.screens import comparing, listing, taking
from selaras.pages.adopting.screens.base import ICON, TITLE
from selaras.pages.adopting.services import MERGED
from selaras.pages.adopting.sources import State

URLS = (
    [
        path("", listing.SourcesView.as_view(), name="sources"),
        path("diambil/", listing.TakenView.as_view(), name="taken"),
        path("dipakai/", listing.UsedView.as_view(), name="used"),
        path("halaman/<int:page_id>/bandingkan/", comparing.CompareView.as_view(), name="compare"),
        path("ambil/<slug:kind>/<str:key>/", taking.TakeView.as_view(), name="take"),
    ],
    "adopting",
)


def addresses() -> list[URLResolver]:
    return [path("teks-pusat/", include(URLS))]


def menu_item() -> GatedMenuItem:
    return GatedMenuItem(TITLE, "adopting:sources", name="teks-pusat", icon_name=ICON, order=345)


def warn(request: HttpRequest, page: Page) -> None:
    """Above the form: that the source changed or was withdrawn, with the reason."""
    if request.method != "GET":
        return
    found = adopted_on(request, page)
    if found is None or not found.needs_attention:
        return
    outcome = found.outcome
    title = found.taken.title
    if outcome.state is State.WITHDRAWN:
        words = f'Sumber halaman ini telah ditarik: "{title}". {outcome.reason}'
    else:
        words = f'Sumber halaman ini berubah: "{title}".'
    place = reverse("adopting:compare", args=[page.pk])
    messages.warning(request, words, buttons=[messages.button(place, "Bandingkan")])


def register_actions(actions: LogActionRegistry) -> None:
    class Merged(LogFormatter):
        label = "Menerapkan perubahan sumber"
        message = "Menerapkan perubahan sumber teks"

    actions.register_action(MERGED)(Merged)


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
    hooks.register("register_log_actions", register_actions)
    hooks.register("before_edit_page", warn)
