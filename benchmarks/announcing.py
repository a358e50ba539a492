"""Announcing 514 values, beside a bare insert of as many rows."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count

from django.db import transaction

from benchmarks.timing import Comparison, compare
from selaras.announcements.document import read_document
from selaras.announcements.services import publish
from selaras.facts.models import ChoiceValue, FactVersion
from selaras.facts.queries import fact_type
from selaras.institutions.models import Region

SHADES = ("hijau", "kuning")


def comparisons() -> Iterator[Comparison]:
    codes = list(Region.objects.filter(level__in=["regency", "city"]).values_list("pk", flat=True))
    yield compare(
        "publish an announcement for 514 regions",
        announcer(codes),
        "bulk_create of 514 versions and values",
        lambda: _insert_and_forget(codes),
        rounds=10,
    )


def announcer(
    codes: list[str], name: str = "bench", shades: Sequence[str] = SHADES
) -> Callable[[], object]:
    """Announces something else each time; `name` begins the keys."""
    numbers = count()

    def announce() -> object:
        number = next(numbers)
        shade = shades[number % len(shades)]
        rows = "\n".join(f'    "{code}": {shade}' for code in codes)
        draft = read_document(
            f"selaras: announcement/1\nkey: {name}-{number}\ntopic: siaga-musim-hujan\n"
            "speaker: bnpb\ntitle: Bench\nsummary: Bench.\ninstrument: Bench\n"
            f"facts:\n  siaga.status:\n{rows}\n...\n"
        )
        return publish(draft=draft, actor="bench")

    return announce


def _insert_and_forget(codes: list[str]) -> None:
    """The same rows without a check, a closing or a trail; rolled back, being untrue."""
    status = fact_type("siaga.status")
    choice = status.choices.all()[0]
    moment = datetime(1990, 1, 1, tzinfo=UTC)
    with transaction.atomic():
        versions = FactVersion.objects.bulk_create(
            FactVersion(
                fact_type=status,
                region_id=code,
                valid_from=moment,
                valid_to=moment.replace(year=1991),
                recorded_from=moment,
                source="bench",
            )
            for code in codes
        )
        ChoiceValue.objects.bulk_create(
            ChoiceValue(version=version, choice=choice) for version in versions
        )
        transaction.set_rollback(True)
