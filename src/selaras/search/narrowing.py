"""Filters of a search: those that are set, and those that would leave something."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from selaras.institutions.templatetags.moments import day
from selaras.search.found import Facets
from selaras.search.links import filtered
from selaras.search.parameters import Asked
from selaras.search.presenting import KINDS, grouped

YEAR = 365
MOST = 10  # values of one filter


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter; `url` searches with it."""

    label: str
    count: str
    url: str


@dataclass(frozen=True, slots=True)
class Filter:
    name: str
    label: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Active:
    """A filter that is set; `url` searches without it."""

    label: str
    url: str


def filters(asked: Asked, facets: Facets) -> list[Filter]:
    """What narrows these results; a filter of which one value is set is not offered again."""
    question = asked.question
    set_ = question.filters
    kinds = [
        Choice(str(KINDS[kind]), grouped(count), filtered(question, kinds=frozenset({kind})))
        for kind, count in facets.kinds
    ]
    regions = [
        Choice(name, grouped(count), filtered(question, region=code))
        for code, name, count in facets.regions
        if code != set_.region
    ]
    ages = [
        Choice(
            _age(days),
            grouped(count),
            filtered(question, since=timezone.localdate() - timedelta(days=days)),
        )
        for days, count in facets.ages
    ]
    offered = [
        Filter("jenis", _("Jenis"), [] if set_.kinds else kinds),
        Filter("wilayah", _("Wilayah"), regions),
        Filter("tanggal", _("Tanggal"), [] if set_.since or set_.until else ages),
    ]
    return [replace(one, choices=one.choices[:MOST]) for one in offered if one.choices]


def active(asked: Asked) -> list[Active]:
    question = asked.question
    set_ = question.filters
    found = [
        Active(str(KINDS[kind]), filtered(question, kinds=set_.kinds - {kind}))
        for kind in sorted(set_.kinds)
    ]
    if set_.region:
        found.append(Active(asked.places[set_.region].full_name, filtered(question, region="")))
    if asked.chosen:
        found.append(Active(asked.chosen.short_name, filtered(question, institution="")))
    if set_.since:
        label = _("Sejak %(day)s") % {"day": day(set_.since)}
        found.append(Active(label, filtered(question, since=None)))
    if set_.until:
        label = _("Sampai %(day)s") % {"day": day(set_.until)}
        found.append(Active(label, filtered(question, until=None)))
    return found


def _age(days: int) -> str:
    years, left = divmod(days, YEAR)
    if left:
        return ngettext("%(n)s hari terakhir", "%(n)s hari terakhir", days) % {"n": days}
    return ngettext("%(n)s tahun terakhir", "%(n)s tahun terakhir", years) % {"n": years}
