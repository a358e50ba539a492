"""What these screens add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.accounts.menu import GatedMenuItem
from selaras.search.admin.access import PREFIX
from selaras.search.admin.screens import asked, explaining, signals, synonyms
from selaras.search.admin.screens.base import ICON, TITLE

URLS = (
    [
        path("", explaining.ExplainView.as_view(), name="explain"),
        path("yang-dicari/", asked.AskedView.as_view(), name="asked"),
        path("yang-dicari/ekspor/", asked.AskedExportView.as_view(), name="asked_export"),
        path("bobot/", signals.SignalsView.as_view(), name="signals"),
        path("padanan/", synonyms.ListView.as_view(), name="synonyms"),
        path("padanan/baru/", synonyms.AddView.as_view(), name="synonyms_add"),
        path("padanan/<slug:group>/", synonyms.EditView.as_view(), name="synonyms_edit"),
    ],
    PREFIX,
)


def addresses() -> list[URLResolver]:
    return [path("pencarian/", include(URLS))]


def menu_item() -> MenuItem:
    return GatedMenuItem(TITLE, f"{PREFIX}:explain", name="pencarian", icon_name=ICON, order=57)


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
