"""Frames for websites elsewhere: what stands in one, how large it is, and its code."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from selaras.announcements.models import Announcement
from selaras.facts.models import FactType
from selaras.institutions.models import Region
from selaras.portal.elsewhere.addresses import address

WIDTH, FULL = 640, "100%"


@dataclass(frozen=True, slots=True)
class Framed:
    """`address` is the small page in the frame; `height` is enough for it on a phone."""

    address: str
    title: str
    author: str
    height: int

    def code(self, width: str = FULL, height: int | None = None) -> SafeString:
        """HTML without an inline style, which a page with a strict policy would refuse."""
        return format_html(
            '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0">'
            "</iframe>",
            self.address,
            self.title,
            width,
            height or self.height,
        )


def of_fact(fact_type: FactType, region: Region) -> Framed:
    where = address("elsewhere:fact_frame", fact_type.key, region.pk)
    title = f"{fact_type.label}, {region.full_name}"
    return Framed(where, title, fact_type.owner.name, height=280)


def of_announcements(region: Region, most: int | None = None) -> Framed:
    where = address("elsewhere:announcements_frame", region.pk)
    title = _("Pengumuman untuk %(region)s") % {"region": region.full_name}
    return Framed(f"{where}?jumlah={most}" if most else where, title, "Selaras", height=560)


def of_announcement(announcement: Announcement) -> Framed:
    where = address("elsewhere:announcement_frame", announcement.slug)
    return Framed(where, announcement.title, announcement.speaker_name, height=280)
