"""Announcing on the editors' host."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.announcements.admin_views import (
    AnnouncementListView,
    AnnounceView,
    sees_announcing,
)

URLS = (
    [
        path("", AnnounceView.as_view(), name="announce"),
        path("daftar/", AnnouncementListView.as_view(), name="list"),
    ],
    "announcements_admin",
)


class AnnounceMenuItem(MenuItem):
    def __init__(self) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            _("Umumkan"),
            reverse_lazy("announcements_admin:announce"),
            name="umumkan",
            icon_name="openquote",
            order=50,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return sees_announcing(request.user)


def announcing_urls() -> list[URLPattern | URLResolver]:
    return [path("umumkan/", include(URLS))]


hooks.register("register_admin_urls", announcing_urls)
hooks.register("register_admin_menu_item", AnnounceMenuItem)
