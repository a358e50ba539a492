"""What stands above all results: emergencies that are in force where the question is about."""

from collections.abc import Callable, Collection, Iterable
from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page

from selaras.announcements.standing import any_emergency, emergencies
from selaras.common.clock import now
from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Institution
from selaras.look.languages import prefix
from selaras.pages.models import EmergencyPage
from selaras.pages.queries import with_institutions
from selaras.search.answers.understanding import Understood
from selaras.search.entries import Kind
from selaras.search.found import Notice

MOST = 5
MOST_REGIONS = 3
Provider = Callable[[Understood, str], Iterable[Notice]]
_providers: dict[str, Provider] = {}


def register_notices(name: str, provider: Provider) -> None:
    """Another room tells what must stand above results, such as clarifications of hoaxes.

    Done once, when the room's app is ready. A provider gets the question and the code of the
    reader's region; its queries do not grow.
    """
    if _providers.setdefault(name, provider) is not provider:
        raise RuntimeError(f"two providers of notices are called {name}")


def notices_for(understood: Understood, region: str) -> list[Notice]:
    """For the reader's region, the named ones and what lies above them: those of the centre first,
    then the gravest; behind them what other rooms tell. A fixed number of queries."""
    codes = list(dict.fromkeys([region, *understood.regions]))[: MOST_REGIONS + 1]
    there = {above for code in codes for above in understood.country.places.lineage(code)}
    found = [*_announced(codes), *_warned(there)][:MOST]
    for provider in _providers.values():
        found += provider(understood, region)
    return found


def _announced(codes: Collection[str]) -> list[Notice]:
    """One query where there is no emergency in the whole country."""
    if not any_emergency():
        return []
    told = dict(pair for code in codes for pair in emergencies(code))
    return [
        Notice(
            kind=Kind.EMERGENCY,
            title=f"LATIHAN: {one.title}" if one.drill else one.title,
            summary=lead,
            url=portal_url(f"{prefix()}/pengumuman/{one.slug}/"),
            institution_name=one.speaker_name,
            since=one.published_at,
        )
        for one, lead in told.items()
    ]


def _warned(there: Collection[str]) -> list[Notice]:
    """The notices of institutions in these regions. At most times none is in force, or none there,
    which is told by the first query, or by two."""
    lasting = Q(ends_at__isnull=True) | Q(ends_at__gt=now())
    pages = EmergencyPage.objects.live().filter(lasting)
    sites = {path[: 2 * Page.steplen] for path in pages.values_list("path", flat=True)}
    if not sites:
        return []
    here = Institution.objects.filter(region__in=there, site__root_page__path__in=sites)
    inside = [
        Q(path__startswith=path) for path in here.values_list("site__root_page__path", flat=True)
    ]
    if not inside:
        return []
    found = pages.public().filter(reduce(or_, inside))
    newest = list(found.order_by("-severity", "-dated")[:MOST])
    with_institutions(newest)
    return [
        Notice(
            kind=Kind.EMERGENCY,
            title=page.title,
            summary=page.lead,
            url=page.full_url,
            institution_name=page.institution.name,
            since=page.dated,
        )
        for page in newest
    ]
