"""What these screens add to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from selaras.accounts.menu import GatedMenuItem
from selaras.pages.admin import profiles, reports, withdrawing

REPORTS = (
    [
        path("", reports.ReportListView.as_view(), name="list"),
        path("<int:pk>/", reports.HandleReportView.as_view(), name="handle"),
    ],
    "citizen_reports",
)
PROFILES = (
    [
        path("", profiles.ProfileListView.as_view(), name="list"),
        path("warna/<str:digits>/", profiles.colour, name="colour"),
        path("<slug:slug>/", profiles.ProfileView.as_view(), name="edit"),
    ],
    "site_profiles",
)
WITHDRAWING = (
    [path("<int:pk>/", withdrawing.WithdrawView.as_view(), name="withdraw")],
    "page_withdrawing",
)


def addresses() -> list[URLResolver]:
    return [
        path("laporan-warga/", include(REPORTS)),
        path("profil-situs/", include(PROFILES)),
        path("tarik/", include(WITHDRAWING)),
    ]


def reports_item() -> MenuItem:
    return GatedMenuItem(
        reports.TITLE,
        "citizen_reports:list",
        name="laporan-warga",
        icon_name=reports.ICON,
        order=360,
    )


def profiles_item() -> MenuItem:
    return GatedMenuItem(
        profiles.TITLE,
        "site_profiles:list",
        name="profil-situs",
        icon_name=profiles.ICON,
        order=370,
    )


def withdraw_button(page: Page, next_url: str | None = None, **_: Any) -> Iterator[Any]:
    yield withdrawing.WithdrawItem(  # type: ignore[no-untyped-call]
        page=page, next_url=next_url, priority=62
    )


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", reports_item)
    hooks.register("register_admin_menu_item", profiles_item)
    hooks.register("register_page_header_buttons", withdraw_button)
    hooks.register("register_page_listing_more_buttons", withdraw_button)
    hooks.register("register_bulk_action", withdrawing.WithdrawManyAction)
