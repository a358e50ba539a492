"""What the screens of the past add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.models import Page

from selaras.pages.past import screens

PAST = (
    [
        path("<int:page_id>/", screens.PublicationListView.as_view(), name="list"),
        path("<int:page_id>/lihat/", screens.show, name="show"),
    ],
    "past_pages",
)


def addresses() -> list[URLResolver]:
    return [path("terlihat-publik/", include(PAST))]


def past_button(page: Page, next_url: str | None = None, **_: Any) -> Iterator[Any]:
    yield screens.PastItem(page=page, priority=64)  # type: ignore[no-untyped-call]


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_page_header_buttons", past_button)
