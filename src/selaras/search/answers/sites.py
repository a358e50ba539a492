"""The sites of institutions that a question asks for by name."""

from django.db.models import Q
from django.utils import timezone

from selaras.institutions.models import Institution
from selaras.institutions.queries import NATIONAL
from selaras.search.answers.understanding import Understood
from selaras.search.found import Site

MOST = 8


def sites_for(understood: Understood) -> list[Site]:
    """Those that are named; and where a question is nothing but a place, the offices of all that
    it may mean. One query, none where nobody is named."""
    slugs = [one.slug for one in understood.bodies]
    codes = [code for one in understood.places for code in one.codes]
    meant = codes if not understood.rest and understood.time is None else []
    if not slugs and not meant:
        return []
    today = timezone.localdate()
    standing = Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=today)
    there = Q(region__in=meant) & ~Q(region=NATIONAL)
    found = Institution.objects.filter(standing, Q(slug__in=slugs) | there, site__isnull=False)
    ordered = sorted(found.select_related("region"), key=lambda one: _order(one, slugs, meant))
    return [Site(one.name, one.region.full_name, f"{one.url}/") for one in ordered[:MOST]]


def _order(one: Institution, slugs: list[str], codes: list[str]) -> tuple[int, int, str]:
    """As they were named, then by how likely each place is meant."""
    named = slugs.index(one.slug) if one.slug in slugs else len(slugs)
    there = codes.index(one.region_id) if one.region_id in codes else len(codes)
    return named, there, one.slug
