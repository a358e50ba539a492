"""What these screens add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.accounts.menu import GatedMenuItem
from selaras.alignment.wordings import urls
from selaras.alignment.wordings.screens.base import ICON, TITLE


def addresses() -> list[URLResolver]:
    return [path("cara-menyebut/", include(urls))]


def menu_item() -> MenuItem:
    return GatedMenuItem(TITLE, "wordings:list", name="cara-menyebut", icon_name=ICON, order=347)


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
