"""What copies add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.urls import URLResolver, include, path
from wagtail import hooks

from selaras.alignment.copies.screens import CopyView

URLS = ([path("<int:copy>/", CopyView.as_view(), name="show")], "copies")


def addresses() -> list[URLResolver]:
    return [path("salinan-pengumuman/", include(URLS))]


def register() -> None:
    hooks.register("register_admin_urls", addresses)
