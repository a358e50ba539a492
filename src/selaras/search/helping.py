"""What may help a reader whose question found nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils import timezone

from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL, office_of, parentages
from selaras.look.languages import prefix
from selaras.pages.models import ContactPage
from selaras.search.asking import Filters, Question
from selaras.search.links import filtered, link
from selaras.search.parameters import Asked

FEW = 3


@dataclass(frozen=True, slots=True)
class Way:
    """Another way to search, or somebody to ask."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Help:
    """`wider` are areas around the filter's, nearest first; `unfiltered` is an address or empty;
    `contact` is the institution that can be asked."""

    shorter: Way | None
    wider: Sequence[Way]
    unfiltered: str
    contact: Way | None


def help_for(asked: Asked) -> Help:
    """A fixed number of queries."""
    question = asked.question
    fewer = shorter(question.text)
    return Help(
        shorter=Way(fewer, link(replace(question, typed=fewer))) if fewer else None,
        wider=_wider(question) if question.filters.region else (),
        unfiltered=link(question, filters=Filters()) if question.filters.any else "",
        contact=_contact(asked),
    )


def shorter(text: str) -> str:
    """The two longest of three words or more, in their order; nothing where there are fewer."""
    words = list(dict.fromkeys(text.split()))
    if len(words) < FEW:
        return ""
    kept = sorted(words, key=len, reverse=True)[: FEW - 1]
    return " ".join(word for word in words if word in kept)


def _wider(question: Question) -> list[Way]:
    code = question.filters.region
    above = [one for one in parentages([code]).above(code, timezone.now()) if one != NATIONAL]
    names = Region.objects.in_bulk(above)
    return [Way(names[one].full_name, filtered(question, region=one)) for one in above]


def _contact(asked: Asked) -> Way | None:
    """The page where the site's institution, or the one of the reader's region, can be asked."""
    institution = asked.site or asked.chosen or _office(asked.region)
    if institution is None or institution.site is None:
        return None
    below = institution.site.root_page.path
    page = ContactPage.objects.live().public().filter(path__startswith=below).first()
    if page is None:
        return Way(institution.name, f"{institution.url}{prefix()}/")
    path = page.url_path.removeprefix(institution.site.root_page.url_path)
    return Way(institution.name, f"{institution.url}{prefix()}/{path}")


def _office(region: Region | None) -> Institution | None:
    return office_of([region.pk]).get(region.pk) if region else None
