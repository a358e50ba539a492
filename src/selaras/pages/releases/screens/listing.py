"""All releases of one's institutions."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from selaras.language.times import Zone, format_datetime
from selaras.pages.admin.access import EditorsView, crumbs
from selaras.pages.models import Release
from selaras.pages.releases.queries import listed

TITLE = "Rilis bersama"
ICON = "calendar-check"


def to_the_second(release: Release) -> str:
    """`Selasa, 24 November 2026, 14.30.15 WITA`; full minutes without seconds."""
    region = release.institution.region
    said = format_datetime(release.goes_at, Zone(region.zone))
    seconds = region.local(release.goes_at).second
    return said.replace(f" {region.zone}", f".{seconds:02} {region.zone}") if seconds else said


def state_words(release: Release) -> str:
    words = str(release.get_state_display())
    if release.state == Release.State.READY and release.troubled:
        return f"{words}, terhalang"
    return f"{words}, terlambat" if release.is_late else words


class ReleaseListView(EditorsView, BaseListingView):
    template_name = "pages/releases/list.html"
    table_classname: Any = "listing release-list"
    page_title: Any = TITLE
    header_icon = ICON
    index_url_name: Any = "releases:list"
    verbose_name_plural: Any = "rilis"
    paginate_by = 20
    columns: Any = (
        TitleColumn(
            "title",
            label="Judul",
            get_url=lambda release: reverse("releases:show", args=[release.pk]),
        ),
        Column("state", label="Keadaan", accessor=state_words),
        Column("goes_at", label="Waktu rilis", accessor=to_the_second),
        Column("pages", label="Isi", accessor=lambda release: f"{release.pages} halaman"
               + (" dan pengumuman" if release.document else "")),
        Column("institution", label="Instansi", accessor="institution.short_name"),
    )  # fmt: skip

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs(("", TITLE))

    def get_header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton("Susun rilis", url=reverse("releases:new"), icon_name="plus")]

    def get_base_queryset(self) -> QuerySet[Release]:
        return listed(self.user)
