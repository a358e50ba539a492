"""What joint releases add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.accounts.menu import GatedMenuItem
from selaras.pages.releases.screens import listing, showing, writing

URLS = (
    [
        path("", listing.ReleaseListView.as_view(), name="list"),
        path("baru/", writing.NewView.as_view(), name="new"),
        path("<int:pk>/", showing.ReleaseView.as_view(), name="show"),
        path("<int:pk>/ubah/", writing.EditView.as_view(), name="edit"),
    ],
    "releases",
)


def addresses() -> list[URLResolver]:
    return [path("rilis/", include(URLS))]


def menu_item() -> MenuItem:
    return GatedMenuItem(
        listing.TITLE, "releases:list", name="rilis", icon_name=listing.ICON, order=340
    )


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
