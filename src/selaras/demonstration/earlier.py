"""The invented status of the months before the season, for the regions whose history is shown."""

from datetime import date, datetime, time, timedelta

from selaras.facts.kinds import rules_of
from selaras.facts.models import FactVersion
from selaras.facts.queries import fact_type
from selaras.facts.services import Statement, backfill
from selaras.facts.validity import Validity
from selaras.institutions.models import Region

STATUS = "siaga.status"
REGIONS = ["32.73", "35.78"]
# Oldest first; the months before the one in which the season begins.
MONTHS = ["kuning", "hijau", "hijau", "kuning", "jingga", "merah", "jingga", "kuning"]


def tell_earlier_months(today: date, *, actor: str) -> None:
    """Record them as reconstructed, unless that was done before."""
    status = fact_type(STATUS)
    if FactVersion.objects.filter(fact_type=status, reconstructed=True).exists():
        return
    starts = [today.replace(day=1)]
    for _ in MONTHS:
        starts.insert(0, (starts[0] - timedelta(days=1)).replace(day=1))
    statements = [
        Statement(status, region, rules_of(status).parse(value, status), Validity(start, end))
        for region in Region.objects.filter(pk__in=REGIONS)
        for value, start, end in zip(MONTHS, starts, starts[1:], strict=False)
    ]
    backfill(
        statements=statements,
        recorded_at=datetime.combine(starts[0], time.min, statements[0].region.tzinfo),
        actor=actor,
        source="Catatan siaga bulanan (data peragaan)",
    )
