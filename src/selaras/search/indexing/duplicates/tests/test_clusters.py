"""Which texts are one result, and whose it is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from selaras.search.entries import Entry, Kind
from selaras.search.indexing.duplicates.clusters import place
from selaras.search.models import Founder, IndexedEntry, WaitingEntry

pytestmark = pytest.mark.django_db
TEXT = " ".join(f"kata{one} lanjut{one % 7}".translate(str.maketrans("0123456789", "abcdefghij"))
                for one in range(60))  # fmt: skip
DAY = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_waits(db: None) -> None:
    WaitingEntry.objects.all().delete()


def entry(number: int, **fields: Any) -> Entry:
    given: dict[str, Any] = {
        "key": f"page:{number}",
        "kind": Kind.NEWS,
        "title": "Rilis pusat",
        "lead": "",
        "body": TEXT,
        "path": f"/{number}/",
        "institution": f"kota-{number}",
        "region": "32.73",
        "dated": DAY + timedelta(hours=number),
    }
    return Entry(**given | fields)


def put(entries: Iterable[Entry], *gone: str) -> None:
    by_key = {one.key: one for one in entries}
    place([*by_key, *gone], by_key, {"32.73": "bandung"})


def clusters() -> dict[str, str]:
    return dict(IndexedEntry.objects.values_list("key", "cluster"))


def heads() -> set[str]:
    return set(IndexedEntry.objects.filter(head=True).values_list("key", flat=True))


def waiting() -> set[str]:
    return set(WaitingEntry.objects.values_list("key", flat=True))


def test_copies_are_one_cluster_in_one_batch_or_in_several() -> None:
    put(entry(one) for one in range(3, 6))
    put(entry(one) for one in range(6, 9))
    assert set(clusters().values()) == {"page:3"}
    assert heads() == {"page:3"}
    assert Founder.objects.count() == 1
    assert waiting() == set()


def test_a_short_text_is_like_no_other() -> None:
    put(entry(one, body="Kantor tutup hari ini.") for one in range(3))
    assert len(set(clusters().values())) == 3


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"owner": True}, {}),
        ({"key": "announcement:1"}, {"origin": "announcement:1"}),
        ({"dated": DAY}, {"dated": DAY + timedelta(minutes=1)}),
        ({}, {"superseded": True, "owner": True}),
    ],
)
def test_the_best_source_comes_later_and_takes_its_place(
    better: dict[str, Any], worse: dict[str, Any]
) -> None:
    put([entry(1, **worse)])
    assert heads() == {"page:1"}
    later = entry(2, **better)
    put([later])
    assert heads() == {later.key}
    assert waiting() == {"page:1"}
    assert len(set(clusters().values())) == 1


def test_where_the_best_source_goes_the_next_one_is_written_again() -> None:
    put(entry(one) for one in range(1, 4))
    put([], "page:1")
    assert heads() >= {"page:2"}
    assert "page:2" in waiting()


def test_who_was_compared_with_a_text_that_is_another_now_finds_a_new_place() -> None:
    put(entry(one) for one in range(1, 4))
    put([entry(1, body=" ".join(reversed(TEXT.split())))])
    assert waiting() >= {"page:2", "page:3"}
    put([entry(2), entry(3)])
    assert clusters() == {"page:1": "page:1", "page:2": "page:2", "page:3": "page:2"}
    assert heads() == {"page:1", "page:2"}


def test_the_same_again_changes_nothing() -> None:
    entries = [entry(one, owner=one == 2) for one in range(1, 5)]
    put(entries)
    before = list(IndexedEntry.objects.order_by("key").values())
    WaitingEntry.objects.all().delete()
    put(entries)
    assert list(IndexedEntry.objects.order_by("key").values()) == before
    assert waiting() == set()


def test_what_every_office_says_of_its_own_place_stays_apart() -> None:
    put([
        replace(entry(1), kind=Kind.INFORMATION, body=f"{TEXT} Bandung"),
        replace(entry(2), kind=Kind.INFORMATION, body=f"{TEXT} Bogor", region="32.71"),
    ])  # fmt: skip
    assert len(set(clusters().values())) == 2
