"""Finding pages by their words, and the institutions that a person may mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from wagtail.models import Page

from selaras.institutions.models import Institution
from selaras.institutions.queries import gazetteer, office_of
from selaras.language.gazetteer import AmbiguousPlace, Place, UnknownPlace
from selaras.pages.characters import hidden
from selaras.pages.models.base import HOME_DEPTH
from selaras.pages.paging import PER_PAGE
from selaras.pages.queries import with_institutions

MOST_LETTERS = 100
FEWEST_LETTERS = 2
MOST_PLACES = 8


@dataclass(frozen=True)
class Asked:
    """What a person typed into the search box."""

    typed: str

    @cached_property
    def shown(self) -> str:
        """The text as it may stand on a page: one line, bounded, nothing that turns it around."""
        return self._tidy[:MOST_LETTERS]

    @cached_property
    def _tidy(self) -> str:
        return " ".join("".join(" " if hidden(one) else one for one in self.typed).split())

    @property
    def too_long(self) -> bool:
        return len(self._tidy) > MOST_LETTERS

    @property
    def letters(self) -> int:
        return sum(character.isalnum() for character in self._tidy)

    @property
    def searchable(self) -> bool:
        return self.letters >= FEWEST_LETTERS and not self.too_long


def found_pages(asked: Asked, institution: Institution | None, number: str) -> ListPage[Any]:
    """A page of the live pages with all these words, newest first: on one site, or on all.

    Any number is answered: what is none leads to the first page, what is too high to the last.
    """
    pages = Page.objects.live().public().filter(depth__gt=HOME_DEPTH)
    if institution is not None:
        site = institution.site
        pages = pages.filter(path__startswith=site.root_page.path) if site else pages.none()
    dated = Coalesce("articlepage__dated", "emergencypage__dated", "first_published_at")
    newest = (
        pages.annotate(shown_date=dated)
        .order_by(F("shown_date").desc(nulls_last=True), "-id")
        .specific()
    )
    found = Paginator(newest.search(asked.shown, order_by_relevance=False), PER_PAGE)
    listed = found.get_page(number)
    listed.object_list = with_institutions(listed.object_list)
    return listed


@dataclass(frozen=True, slots=True)
class Meant:
    """Institutions that a text names, and those that it may mean with a mistake in it."""

    named: list[Institution]
    suggested: list[Institution]


def meant_institutions(asked: Asked) -> Meant:
    """Those of the places that are named stand before those whose own name has the words."""
    named, near = _places(asked.shown)
    offices = office_of([place.code for place in (*named, *near)])
    first = [offices[place.code] for place in named if place.code in offices]
    rest = [one for one in _called(asked.shown) if one not in first]
    return Meant(
        named=(first + rest)[:MOST_PLACES],
        suggested=[offices[place.code] for place in near if place.code in offices],
    )


def _places(text: str) -> tuple[Sequence[Place], Sequence[Place]]:
    try:
        return [gazetteer().resolve(text)], []
    except AmbiguousPlace as several:
        return several.candidates, []
    except UnknownPlace as unknown:
        return [], unknown.suggestions


def _called(text: str) -> list[Institution]:
    """Nothing where so many have the words that they say nothing, as "dinas" does."""
    named = Q()
    for word in text.split():
        named &= Q(name__icontains=word) | Q(short_name__icontains=word)
    found = Institution.objects.filter(named).select_related("region")[: MOST_PLACES + 1]
    return list(found) if len(found) <= MOST_PLACES else []
