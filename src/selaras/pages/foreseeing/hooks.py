"""What the preview adds to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.urls import URLResolver, include, path
from wagtail import hooks

from selaras.pages.foreseeing import screens

URLS = (
    [
        path("<uuid:manuscript>/", screens.ChooseView.as_view(), name="choose"),
        path("<uuid:manuscript>/lihat/", screens.show, name="show"),
    ],
    "announcement_preview",
)


def addresses() -> list[URLResolver]:
    return [path("pratinjau-pengumuman/", include(URLS))]


def register() -> None:
    hooks.register("register_admin_urls", addresses)
