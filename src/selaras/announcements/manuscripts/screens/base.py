"""What these screens share: one's own manuscripts and announcements, and the way back."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property

from selaras.announcements.manuscripts.listing import announcements_read_by
from selaras.announcements.manuscripts.queries import manuscripts_of
from selaras.announcements.models import Announcement, Manuscript
from selaras.institutions.people.views.base import Screen as EditorsScreen

TITLE = "Pengumuman"
ICON = "openquote"


class Screen(EditorsScreen):
    """A screen below the list of announcements."""

    header_icon = ICON
    kwargs: dict[str, Any]

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("announcements_admin:list"), TITLE)]


class OfManuscript(Screen):
    @cached_property
    def manuscript(self) -> Manuscript:
        return get_object_or_404(manuscripts_of(self.user), pk=self.kwargs["manuscript"])

    @property
    def manuscript_url(self) -> str:
        return reverse("announcements_admin:manuscript", args=[self.manuscript.pk])

    @property
    def title(self) -> str:
        return self.manuscript.title or "Tanpa judul"

    def ways(self) -> list[tuple[str, str]]:
        return [*super().ways(), (self.manuscript_url, self.title)]


class OfAnnouncement(Screen):
    @cached_property
    def announcement(self) -> Announcement:
        found = announcements_read_by(self.user).filter(pk=self.kwargs["announcement"])
        announcement = found.select_related("manuscript", "speaker__region", "topic").first()
        if announcement is None:
            raise Http404
        return announcement

    @property
    def announcement_url(self) -> str:
        return reverse("announcements_admin:announcement", args=[self.announcement.pk])

    def ways(self) -> list[tuple[str, str]]:
        return [*super().ways(), (self.announcement_url, self.announcement.title)]


def preview_url(manuscript: Manuscript) -> str:
    """Where a room above shows an institution's page as it would be; empty where none does."""
    try:
        return reverse("announcement_preview:choose", args=[manuscript.pk])
    except NoReverseMatch:
        return ""
