"""Announcing on the editors' host."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from selaras.accounts.menu import GatedMenuItem
from selaras.accounts.models import User
from selaras.announcements.grid.views import grid_check, grid_template
from selaras.announcements.instructing.hooks import register as register_instructions
from selaras.announcements.manuscripts.queries import speaks_of_topics
from selaras.announcements.manuscripts.screens.announced import AnnouncementView
from selaras.announcements.manuscripts.screens.at_once import AtOnceView
from selaras.announcements.manuscripts.screens.base import ICON, TITLE
from selaras.announcements.manuscripts.screens.editing import EditView
from selaras.announcements.manuscripts.screens.listing import ListView
from selaras.announcements.manuscripts.screens.recalling import RecallView
from selaras.announcements.manuscripts.screens.showing import ManuscriptView
from selaras.announcements.manuscripts.screens.starting import FollowView, StartView
from selaras.announcements.manuscripts.screens.versions import VersionView

MANUSCRIPT = "naskah/<uuid:manuscript>/"
ANNOUNCEMENT = "diumumkan/<uuid:announcement>/"
URLS = (
    [
        path("", RedirectView.as_view(pattern_name="announcements_admin:announce"), name="index"),
        path("baru/", StartView.as_view(), name="announce"),
        path("daftar/", ListView.as_view(), name="list"),
        path(MANUSCRIPT, ManuscriptView.as_view(), name="manuscript"),
        path(f"{MANUSCRIPT}ubah/", EditView.as_view(), name="edit"),
        path(f"{MANUSCRIPT}darurat/", AtOnceView.as_view(), name="at_once"),
        path(f"{MANUSCRIPT}versi/<int:number>/", VersionView.as_view(), name="version"),
        path(ANNOUNCEMENT, AnnouncementView.as_view(), name="announcement"),
        path(f"{ANNOUNCEMENT}lanjut/", FollowView.as_view(), name="follow"),
        path(f"{ANNOUNCEMENT}tarik/", RecallView.as_view(), name="recall"),
        path("isian/periksa/", grid_check, name="grid_check"),
        path("isian/berkas.csv", grid_template, name="grid_template"),
    ],
    "announcements_admin",
)


class AnnouncementsMenuItem(GatedMenuItem):
    """Shown where there is something to announce: most institutions speak about no topic."""

    def is_shown(self, request: HttpRequest) -> bool:
        user = request.user
        return super().is_shown(request) and isinstance(user, User) and speaks_of_topics(user)


def menu_item() -> MenuItem:
    return AnnouncementsMenuItem(
        TITLE, "announcements_admin:list", name="umumkan", icon_name=ICON, order=50
    )


def announcing_urls() -> list[URLPattern | URLResolver]:
    return [path("umumkan/", include(URLS))]


hooks.register("register_admin_urls", announcing_urls)
hooks.register("register_admin_menu_item", menu_item)
register_instructions()
