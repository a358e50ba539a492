"""The list: what is written, what waits, what is planned, what is public."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from selaras.announcements.manuscripts.listing import Part, part_of, shown_announcements
from selaras.announcements.manuscripts.queries import listed
from selaras.announcements.manuscripts.screens.base import ICON, TITLE, Screen
from selaras.announcements.queries import topics_to_announce

ROWS = 20
EMPTY = {
    Part.WORKING: "Tidak ada naskah yang sedang dikerjakan.",
    Part.WAITING: "Tidak ada yang menunggu persetujuan.",
    Part.PLANNED: "Tidak ada yang terjadwal.",
    Part.PUBLIC: "Belum ada yang terbit.",
}


class ListView(Screen, TemplateView):
    template_name: Any = "announcements/manuscripts/list.html"
    page_title: Any = TITLE
    header_icon = ICON

    def ways(self) -> list[tuple[str, str]]:
        return []

    @cached_property
    def part(self) -> Part:
        asked = self.request.GET.get("lihat")
        return Part(asked) if asked in Part.values else Part.WORKING

    @cached_property
    def page(self) -> "Page[Any]":
        return Paginator(part_of(self.user, self.part), ROWS).get_page(self.request.GET.get("p"))

    @property
    def rows(self) -> list[dict[str, Any]]:
        found = list(self.page.object_list)
        if self.part in {Part.PLANNED, Part.PUBLIC}:
            return [
                {
                    "url": reverse("announcements_admin:announcement", args=[one.pk]),
                    "title": one.title,
                    "topic": one.topic,
                    "speaker": one.speaker,
                    "shown": shown,
                    "announcement": one,
                }
                for one, shown in shown_announcements(found)
            ]
        keys = [one.pk for one in found]
        rows = listed(part_of(self.user, self.part).filter(pk__in=keys))  # type: ignore[arg-type]
        return [
            {
                "url": reverse("announcements_admin:manuscript", args=[row.manuscript.pk]),
                "title": row.manuscript.title or "Tanpa judul",
                "topic": row.manuscript.topic,
                "speaker": row.manuscript.speaker,
                "shown": row.shown,
                "manuscript": row.manuscript,
            }
            for row in rows
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "parts": [(part, part_of(self.user, part).count()) for part in Part],
            "part": self.part,
            "rows": self.rows,
            "page_obj": self.page,
            "empty": EMPTY[self.part],
            "may_start": topics_to_announce(self.user).exists(),
        }
