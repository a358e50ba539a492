"""What the list and the board add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.accounts.menu import GatedMenuItem
from selaras.alignment.boards.access import PREFIX
from selaras.alignment.boards.screens import boards, listing
from selaras.alignment.boards.screens.base import ICON, TITLE

URLS = (
    [
        path("", listing.ListView.as_view(), name="list"),
        path("ekspor/", listing.ExportView.as_view(), name="export"),
        path("papan/", boards.BoardView.as_view(), name="board"),
        path("papan/ekspor/", boards.BoardExportView.as_view(), name="board_export"),
        path("papan/temuan/", boards.FindingsView.as_view(), name="findings"),
        path("papan/temuan/ekspor/", boards.FindingsExportView.as_view(), name="findings_export"),
    ],
    PREFIX,
)


def addresses() -> list[URLResolver]:
    return [path("keselarasan/", include(URLS))]


def menu_item() -> MenuItem:
    return GatedMenuItem(TITLE, f"{PREFIX}:list", name="keselarasan", icon_name=ICON, order=56)


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
