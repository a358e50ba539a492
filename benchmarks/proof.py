"""What the log costs an announcement, its worker, and whoever asks for a proof."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from unittest.mock import patch

from django.db import transaction

from benchmarks.announcing import announcer
from benchmarks.timing import Comparison, compare
from selaras.institutions.models import Region
from selaras.ledger.proof.beginning import BEGUN
from selaras.ledger.proof.heads import latest
from selaras.ledger.proof.log import append_all
from selaras.ledger.proof.sequencing import sequence_all
from selaras.ledger.proof.tree import inclusion_path

FEW, MANY, ONE = 1_000, 10_000, 500


def comparisons() -> Iterator[Comparison]:
    codes = list(Region.objects.filter(level__in=["regency", "city"]).values_list("pk", flat=True))
    yield compare(
        "publish an announcement for 514 regions, with its 1,028 leaves",
        announcer(codes, "with"),
        "without the log",
        _without_log(announcer(codes, "without")),
        rounds=10,
    )
    _append()
    sequence_all()
    yield compare(
        "number 1,000 entries and sign the head", _sequence, "append them", _append, rounds=10
    )
    _fill()
    yield compare(
        "a proof from a log of 10,000 entries",
        lambda: inclusion_path(ONE, MANY),
        "from one of 1,000",
        lambda: inclusion_path(ONE, FEW),
        rounds=200,
    )


def _without_log(act: Callable[[], object]) -> Callable[[], object]:
    def done() -> None:
        with (
            patch("selaras.facts.services.stating.noted", lambda _: nullcontext()),
            patch("selaras.announcements.services.publishing.append_leaf"),
            patch("selaras.ledger.services.recording.append_leaf"),
        ):
            act()

    return done


def _append() -> None:
    data = {"existing": {"bench": 1}}
    with transaction.atomic():
        append_all(kind=BEGUN.name, leaves=(("bench", data) for _ in range(FEW)))


def _sequence() -> None:
    """Numbers what the other half of the pair has appended before it."""
    sequence_all()


def _fill() -> None:
    sequence_all()
    while (head := latest()) is None or head.size < MANY:
        _append()
        sequence_all()
