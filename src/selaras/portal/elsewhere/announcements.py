"""Announcements for a website elsewhere: what the centre says to a region, emergencies first."""

import re
from typing import Any

from django.conf import settings
from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from selaras.announcements.models import Announcement
from selaras.announcements.standing import concerning, marked, with_points
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.institutions.templatetags.moments import moment_in_wib
from selaras.portal.elsewhere.addresses import address, region_address
from selaras.portal.elsewhere.facts import VERSION

MOST, USUAL = 20, 5
_NUMBER = re.compile(r"[0-9]{1,3}")


def count_of(text: str) -> int:
    """How many at most; a number that makes no sense is the nearest that does."""
    return min(max(int(text), 1), MOST) if _NUMBER.fullmatch(text) else USUAL


def central(region: Region) -> QuerySet[Announcement]:
    """What stands now and concerns this region, from the centre; and every emergency, whoever
    speaks. Emergencies stand first, and before those of a drill."""
    urgency = Case(
        When(emergency=True, drill=False, then=Value(2)),
        When(emergency=True, then=Value(1)),
        default=Value(0),
    )
    found = concerning(region.pk).filter(Q(speaker__region=NATIONAL) | Q(emergency=True))
    return with_points(marked(found)).order_by(urgency.desc(), "-published_at", "-pk")


def told_list(region: Region, most: int = MOST) -> dict[str, Any]:
    """All that a list elsewhere shows; a fixed number of queries."""
    return {
        "version": VERSION,
        "kind": "announcements",
        "demonstration": settings.DEMONSTRATION,
        "region": {"code": region.pk, "name": region.full_name},
        "title": _("Pengumuman untuk %(region)s") % {"region": region.full_name},
        "announcements": [told_one(one) for one in central(region)[:most]],
        "url": region_address(region),
        "language": get_language() or settings.LANGUAGE_CODE,
        "captions": {
            "none": _("Belum ada pengumuman."),
            "open": _("Lihat di portal resmi"),
        },
    }


def told_one(announcement: Announcement) -> dict[str, Any]:
    """One announcement in short. It must be `marked`, with `points`."""
    points = vars(announcement).get("points", [])
    return {
        "title": announcement.title,
        "lead": points[0].text if points else announcement.summary,
        "url": address("announcements:detail", announcement.slug),
        "topic": announcement.topic.label,
        "speaker": announcement.speaker_name,
        "published_at": announcement.published_at.isoformat(),
        "published": moment_in_wib(announcement.published_at),
        "emergency": announcement.emergency,
        "drill": announcement.drill,
        "marks": _marks(announcement),
    }


def _marks(announcement: Announcement) -> list[dict[str, Any]]:
    """Words beside the title, as on our own lists; `tone` is their severity, 1 to 4, or None."""
    found = vars(announcement)
    superseded, recalled = bool(found["superseded"]), announcement.recalled_at is not None
    marks: list[tuple[bool, str, int | None]] = [
        (announcement.drill, _("LATIHAN"), 3),
        (announcement.emergency, _("Darurat"), 4),
        (recalled, _("Ditarik"), 4),
        (superseded and not recalled, _("Sudah digantikan"), 2),
        (
            bool(found["replaced"]) and not superseded and not recalled,
            _("Sebagian sudah diperbarui"),
            None,
        ),
        (bool(found["corrected"]) and not recalled, _("Dikoreksi"), 2),
    ]
    return [{"text": text, "tone": tone} for holds, text, tone in marks if holds]
