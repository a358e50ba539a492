"""The facts that a final result states: votes and shares, for the country and each province."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from selaras.facts.models import FactType, Kind
from selaras.facts.services import Statement
from selaras.facts.validity import Validity
from selaras.institutions.models import Region
from selaras.tallies.checking import Checked
from selaras.tallies.models import Option, Tally
from selaras.tallies.shares import largest_remainder

VOTES, SHARE, TOTAL = "suara", "persen", "suara-sah"
STATED_FOR = {Region.Level.NATIONAL, Region.Level.PROVINCE}


def key_of_votes(tally: Tally, option: Option) -> str:
    return f"{tally.fact_prefix}.{VOTES}.{option.key}"


def key_of_share(tally: Tally, option: Option) -> str:
    return f"{tally.fact_prefix}.{SHARE}.{option.key}"


def key_of_total(tally: Tally) -> str:
    return f"{tally.fact_prefix}.{TOTAL}"


def make_fact_types(tally: Tally) -> None:
    """Create or relabel the types that the tally's results are stated with; none without topic."""
    if tally.topic is None:
        return
    wanted = {key_of_total(tally): ("Suara sah", Kind.NUMBER)}
    for option in tally.options.all():
        wanted[key_of_votes(tally, option)] = (f"Suara {option.short}", Kind.NUMBER)
        wanted[key_of_share(tally, option)] = (f"Persentase suara {option.short}", Kind.PERCENTAGE)
    for key, (label, kind) in wanted.items():
        FactType.objects.update_or_create(
            key=key,
            defaults={
                "label": f"{label}, {tally.short_title}",
                "kind": kind,
                "topic": tally.topic,
                "unit": "suara" if kind == Kind.NUMBER else "",
                "broadest": Region.Level.NATIONAL,
                "narrowest": Region.Level.PROVINCE,
                "inherited": False,
            },
        )


def statements_of(tally: Tally, checked: Checked, since: date) -> Iterator[Statement]:
    """What the counts state, valid from that day on; nothing for a tally without topic."""
    if tally.topic is None:
        return
    options = list(tally.options.all())
    keys = [key_of_total(tally)]
    keys += [key(tally, option) for key in (key_of_votes, key_of_share) for option in options]
    types = {
        found.key: found
        for found in FactType.objects.select_related("topic__owner").filter(key__in=keys)
    }
    for row in checked.rows:
        region = checked.regions.get(row.code)
        if region is None or region.level not in STATED_FOR:
            continue
        total = row.counted if row.total is None else row.total
        values = [*map(Decimal, (total, *row.votes)), *largest_remainder(row.votes)]
        for key, value in zip(keys, values, strict=True):
            yield Statement(types[key], region, value, Validity(since))
