"""What these screens add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.accounts.menu import GatedMenuItem
from selaras.facts.objections.inbox import ICON
from selaras.facts.objections.screens import acting, filing, listing, showing
from selaras.facts.objections.screens.base import TITLE

URLS = (
    [
        path("", listing.ListView.as_view(), name="list"),
        path("ajukan/", filing.ChooseView.as_view(), name="choose"),
        path("ajukan/isi/", filing.FileView.as_view(), name="file"),
        path("<int:pk>/", showing.ShowView.as_view(), name="show"),
        path("<int:pk>/jawab/", acting.AnswerView.as_view(), name="answer"),
        path("<int:pk>/tarik/", acting.WithdrawView.as_view(), name="withdraw"),
    ],
    "objections",
)


def addresses() -> list[URLResolver]:
    return [path("keberatan/", include(URLS))]


def menu_item() -> MenuItem:
    return GatedMenuItem(TITLE, "objections:list", name="keberatan", icon_name=ICON, order=345)


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
