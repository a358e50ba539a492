"""What review adds to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from selaras.institutions.standing import standing_of
from selaras.pages.review import menus
from selaras.pages.review.bulk import SubmitManyAction
from selaras.pages.review.screens import deciding, emergencies, linking, overseeing, superseding

REVIEW = (
    [
        path("<int:page_id>/", deciding.ReviewView.as_view(), name="page"),
        path("<int:page_id>/naskah/<int:revision_id>/", deciding.draft, name="draft"),
        path("<int:page_id>/darurat/", emergencies.EmergencyView.as_view(), name="emergency"),
        path("<int:page_id>/pengganti/", superseding.SupersedeView.as_view(), name="supersede"),
        path("<int:page_id>/tautan/", linking.LinksView.as_view(), name="links"),
        path("<int:page_id>/tautan/<int:link_id>/", linking.revoke, name="revoke"),
        path("<int:page_id>/catatan/<int:remark_id>/", deciding.handle, name="handle"),
    ],
    "page_review",
)
OVERSIGHT = (
    [
        path("", overseeing.InstitutionsView.as_view(), name="institutions"),
        path("<slug:slug>/", overseeing.PagesView.as_view(), name="pages"),
    ],
    "oversight",
)


class OverseersMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(standing_of(request.user).overseen)


def addresses() -> list[URLResolver]:
    return [path("tinjauan/", include(REVIEW)), path("pembinaan/", include(OVERSIGHT))]


def oversight_item() -> MenuItem:
    return OverseersMenuItem(  # type: ignore[no-untyped-call]
        overseeing.TITLE,
        reverse_lazy("oversight:institutions"),
        name="pembinaan",
        icon_name=overseeing.ICON,
        order=350,
    )


def page_buttons(page: Page, next_url: str | None = None, **_: Any) -> Iterator[Any]:
    for number, item in enumerate(menus.PAGE_ITEMS):
        yield item(page=page, next_url=next_url, priority=50 + number)  # type: ignore[no-untyped-call]


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", oversight_item)
    hooks.register("register_page_header_buttons", page_buttons)
    hooks.register("register_page_listing_more_buttons", page_buttons)
    hooks.register("register_bulk_action", SubmitManyAction, order=1)
    hooks.register("construct_page_action_menu", menus.say_it_in_our_words)
