"""Planning, pasting, following up: each beside the plainer thing of which it is more."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from benchmarks.timing import Comparison, compare
from selaras.announcements.grid.ground import Ground
from selaras.announcements.grid.reading import read_paste
from selaras.announcements.instructing.tests.asking import TWO, issued
from selaras.announcements.models import Instruction
from selaras.facts.models import FactType
from selaras.facts.queries import fact_type
from selaras.facts.services import Statement, state
from selaras.facts.validity import Validity
from selaras.institutions.models import Institution, Membership, Region, Topic
from support.people import person
from support.signing_in import complete

EDITORS = "selaras.config.urls.editor"


def comparisons() -> Iterator[Comparison]:
    regions = list(Region.objects.filter(level__in=["regency", "city"]))
    posko = fact_type("siaga.posko")
    yield compare(
        "plan 514 values for a second that comes",
        _stating(posko, regions, planned=1),
        "state 514 values at once",
        _stating(posko, regions),
        rounds=10,
    )
    ground = Ground.of(Topic.objects.get(key="siaga-musim-hujan"))
    text = "kode\tPosko siaga\n" + "".join(
        f"{one.pk}\t{7 + at}\n" for at, one in enumerate(regions)
    )
    yield compare(
        "read and check 514 pasted rows",
        lambda: _checked(ground, text),
        "the csv module reads them",
        lambda: list(csv.reader(io.StringIO(text), delimiter="\t")),
    )
    yield _board()


def _stating(posko: FactType, regions: list[Region], *, planned: int = 0) -> Callable[[], object]:
    """States, or plans for so many hours from now, and forgets it again."""
    speaker = Institution.objects.get(slug="bnpb")
    validity = Validity(timezone.localdate())

    def run() -> None:
        with transaction.atomic():
            state(
                statements=[Statement(posko, one, 800_000, validity) for one in regions],
                speaker=speaker,
                actor="bench",
                source="Bench",
                planned_for=timezone.now() + timedelta(hours=planned) if planned else None,
            )
            transaction.set_rollback(True)

    return run


def _checked(ground: Ground, text: str) -> None:
    reading = read_paste(text, "", ground.types, ground.places)
    assert ground.check(reading.rows, reading.flaws).stands


def _board() -> Comparison:
    desk = Client(headers={"host": "redaksi.localhost"})
    user_logged_in.connect(complete)
    desk.force_login(person("papan", "bnpb", Membership.Role.AUTHOR))
    large = Instruction.objects.get(title__contains="peragaan")
    small = issued(rule=TWO)

    def visit(instruction: Instruction) -> Callable[[], object]:
        address = reverse("instructions:board", args=[instruction.pk], urlconf=EDITORS)
        return lambda: desk.get(address)

    return compare(
        "an instruction's board, 514 addressees",
        visit(large),
        "the same with 2",
        visit(small),
    )
