"""What a share picture shows, and the address that changes with it."""

import hashlib
import json
from dataclasses import astuple, dataclass
from datetime import date, datetime
from functools import cached_property

from selaras.institutions.models import Institution
from selaras.language.dates import format_date
from selaras.media.addresses import path_of, plain_format, spec_of, widths_of
from selaras.media.models import Picture
from selaras.media.presets import PRESETS
from selaras.pages.machines.addresses import share_picture_address
from selaras.pages.models import BasePage, SiteProfile

DRAWING = 1  # counts changes of how cards are drawn: each gives all pictures new addresses
DIGITS = 16


@dataclass(frozen=True, slots=True)
class Card:
    """What is drawn. `colour` is `#rrggbb` or empty; `emblem` a path in the storage or empty."""

    headline: str
    kicker: str
    speaker: str
    region: str
    day: str
    colour: str
    emblem: str

    @property
    def digest(self) -> str:
        told = json.dumps([DRAWING, *astuple(self)])
        return hashlib.sha256(told.encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True)
class SharePicture:
    """The share picture of a page of a site with this profile. No query."""

    page: BasePage
    profile: SiteProfile | None

    @cached_property
    def card(self) -> Card:
        institution = self.page.institution
        emblem = self.profile.emblem if self.profile else None
        return Card(
            headline=self.page.title,
            kicker=str(getattr(self.page, "kicker", "")),
            speaker=institution.name,
            region=institution.region.full_name,
            day=_day(self.page, institution),
            colour=self.profile.colour if self.profile else "",
            emblem=emblem_path(emblem) if emblem else "",
        )

    @property
    def address(self) -> str:
        return share_picture_address(self.page.institution, self.page.pk, self.card.digest)


def emblem_path(emblem: Picture) -> str:
    """The rendition that is drawn; it is made when it is first needed."""
    preset = PRESETS["emblem"]
    width = widths_of(emblem, preset)[-1]
    return path_of(emblem, spec_of(preset, width, plain_format(emblem)))


def _day(page: BasePage, institution: Institution) -> str:
    dated = getattr(page, "dated", None)
    if isinstance(dated, datetime):
        return format_date(institution.region.local(dated).date())
    return format_date(dated) if isinstance(dated, date) else ""
