"""The band above every page: what the centre announced as an emergency and still stands there.

No institution can leave it out. It is a slot, so that an emergency stands on every page within
the second without one of them being made anew.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from selaras.announcements.models import Announcement
from selaras.announcements.standing import any_emergency, emergencies
from selaras.embeds.slots import CLOCK, Place, Stored, filling, placed, register
from selaras.institutions.hosts import portal_url
from selaras.look.languages import prefix
from selaras.pages.models import EmergencyPage

NAME = "band"
TEMPLATE = "look/emergencies.html"
Told = tuple[Announcement, str]


@dataclass(frozen=True, slots=True)
class Notice:
    """An emergency announcement of the centre, as the band shows it."""

    title: str
    lead: str
    full_url: str
    get_severity_display: str
    severity: int = EmergencyPage.Severity.DANGER

    @classmethod
    def of(cls, announcement: Announcement, lead: str) -> "Notice":
        """The words of a drill say first that it is one."""
        word = _("LATIHAN: darurat") if announcement.drill else _("Darurat")
        place = portal_url(f"{prefix()}/pengumuman/{announcement.slug}/")
        return cls(announcement.title, lead, place, word)


@dataclass(frozen=True, slots=True)
class BandSlot:
    region: str
    language: str

    @property
    def place(self) -> Place:
        return NAME, self.region

    def stored(self) -> Stored:
        return [NAME, self.region, self.language]


class BandKind:
    """Mostly there is no emergency anywhere, which one query tells for all regions."""

    name = NAME
    eager = False

    def read(self, stored: Stored) -> BandSlot:
        _, region, language = stored
        return BandSlot(region, language)

    def keys(self, place: Place) -> Collection[str]:
        return "announcements", "facts", CLOCK

    def load(self, places: Collection[Place]) -> Mapping[Place, Any]:
        some = any_emergency()
        return {place: tuple(emergencies(place[1])) if some else () for place in places}

    def absent(self, slot: BandSlot) -> str:
        return ""

    def html(self, slot: BandSlot, material: tuple[Told, ...]) -> str:
        with translation.override(slot.language):
            return band_html(material)


def band(region: str) -> SafeString:
    """The band of a page about this region, or on the site of an institution there."""
    slot = BandSlot(region, translation.get_language() or "id")

    def html() -> SafeString:
        return band_html(tuple(emergencies(region)) if any_emergency() else ())

    with filling():
        return placed(slot, html)


def band_html(told: tuple[Told, ...]) -> SafeString:
    notices = [Notice.of(one, lead) for one, lead in told]
    return render_to_string(TEMPLATE, {"notices": notices, "label": _("Pengumuman darurat")})


register(BandKind())
