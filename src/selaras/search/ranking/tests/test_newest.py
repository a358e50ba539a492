"""What a question finds in the order of time."""

from datetime import timedelta

import pytest

from selaras.search.asking import Filters, Question
from selaras.search.entries import Kind
from selaras.search.ranking.newest import newest
from selaras.search.ranking.tests.placing import NOW, entry, filled, keys, read_as
from selaras.search.signals import DEFAULTS
from selaras.textindex.contract import Snapshot


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    ages = {1: 40, 2: 3, 3: 900}
    entries = [
        entry(
            number,
            "Posko pengungsian banjir Bandung",
            "Buka.",
            dated=NOW - timedelta(days=days),
            kind=Kind.NEWS,
        )
        for number, days in ages.items()
    ]
    entries.append(entry(4, "Posko pengungsian banjir Bandung", "Tanpa tanggal.", dated=None))
    entries.append(entry(5, "Kota Bandung", "Banyak hal lain.", dated=NOW))
    return filled(tmp_path_factory.mktemp("newest"), entries)


def found(snapshot: Snapshot, question: Question) -> list[int]:
    return keys(newest(snapshot, read_as(question.text), question, DEFAULTS, limit=9))


def test_the_newest_come_first_and_only_what_has_nearly_all_the_words(snapshot: Snapshot) -> None:
    assert found(snapshot, Question("posko pengungsian banjir bandung")) == [2, 1, 3, 4]


def test_filters_hold_here_too(snapshot: Snapshot) -> None:
    week = Filters(kinds=frozenset({Kind.NEWS}), since=(NOW - timedelta(days=7)).date())
    assert found(snapshot, Question("banjir bandung", filters=week)) == [2]
