"""Looking for entries: by filters, page by page, along an index, in any amount."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.db.models import QuerySet

from selaras.ledger.errors import UnclearFilter
from selaras.ledger.models import AuditEntry, Person
from selaras.ledger.queries import MOST_PEOPLE, Wanted, entries, older_than
from selaras.ledger.searching import AuditFilters
from selaras.ledger.tests.acting import Someone, act

pytestmark = pytest.mark.django_db
BOTH = {"bnpb": "BNPB", "bmkg": "BMKG"}
NOON = datetime(2026, 1, 10, 5, tzinfo=UTC)


def wanted(
    readable: dict[str, str] | None = None, *, everything: bool = True, **given: str
) -> Wanted:
    return AuditFilters(given, readable=readable, everything=everything).wanted()


def objects(found: QuerySet[AuditEntry]) -> list[str]:
    return [entry.object_id for entry in found]


def test_the_newest_stands_first_and_the_number_decides_at_one_moment() -> None:
    for name, at in (("b", NOON), ("c", NOON), ("a", NOON - timedelta(days=1))):
        act(object_id=name, at=at)
    assert objects(entries(Wanted())) == ["c", "b", "a"]


def test_pages_follow_each_other_without_gap_or_repetition() -> None:
    for number in range(23):
        act(object_id=str(number), at=NOON + timedelta(seconds=number // 4))
    seen: list[AuditEntry] = []
    while page := list(older_than(entries(Wanted()), seen[-1].number if seen else None)[:5]):
        seen += page
    assert [entry.object_id for entry in seen] == [str(number) for number in reversed(range(23))]
    assert all((a.at, a.number) > (b.at, b.number) for a, b in pairwise(seen))


def test_below_an_entry_that_does_not_exist_there_is_nothing() -> None:
    act()
    assert not older_than(entries(Wanted()), 10**17).exists()


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, {"1", "2", "3"}),
        ({"dari": "2026-01-11"}, {"2", "3"}),
        ({"sampai": "2026-01-10"}, {"1"}),
        ({"dari": "2026-01-11", "sampai": "2026-01-11"}, {"2"}),
        ({"instansi": "bnpb"}, {"1"}),
        ({"instansi": "-"}, {"3"}),
        ({"orang": "tini"}, {"1"}),
        ({"orang": "perintah"}, {"2"}),
        ({"orang": "sistem:jam"}, {"3"}),
        ({"orang": "tidak ada orang"}, set()),
        ({"tindakan": "uji.lain"}, {"2"}),
        ({"objek": "uji:3"}, {"3"}),
        ({"objek": "uji:3", "instansi": "bnpb"}, set()),
    ],
)
def test_each_filter_leaves_what_was_asked_for(given: dict[str, str], found: set[str]) -> None:
    act(object_id="1", at=NOON, institution="bnpb", actor=Someone("Tini Uji"))
    act(object_id="2", at=NOON + timedelta(days=1), institution="bmkg", action="uji.lain")
    act(object_id="3", at=NOON + timedelta(days=2), actor="sistem:jam")
    assert set(objects(entries(wanted(**given)))) == found


def test_a_day_is_that_of_the_clock_on_the_wall() -> None:
    act(object_id="malam", at=datetime(2026, 1, 9, 17, 30, tzinfo=UTC))  # 00.30 WIB
    assert objects(entries(wanted(dari="2026-01-10", sampai="2026-01-10"))) == ["malam"]


def test_an_auditor_finds_entries_of_her_institutions_only() -> None:
    for slug in ("bnpb", "bmkg", "kpu", ""):
        act(institution=slug, object_id=slug)
    own = entries(wanted(BOTH, everything=False))
    assert set(objects(own)) == {"bnpb", "bmkg"}
    assert objects(entries(wanted(BOTH, everything=False, instansi="bmkg"))) == ["bmkg"]
    assert objects(entries(wanted({}, everything=False))) == []


@pytest.mark.parametrize("slug", ["kpu", "-", "tidak-ada"])
def test_asking_for_another_institution_is_refused(slug: str) -> None:
    with pytest.raises(UnclearFilter, match="bukan untuk Anda"):
        wanted(BOTH, everything=False, instansi=slug)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"dari": "kemarin"}, "Dari tanggal"),
        ({"dari": "0001-01-01"}, "terlalu awal"),
        ({"sampai": "9999-12-31"}, "terlalu jauh"),
        ({"dari": "2026-02-02", "sampai": "2026-02-01"}, "mendahului"),
        ({"objek": "page"}, "page:12"),
        ({"objek": ":"}, "page:12"),
        ({"orang": "a\0b"}, "Orang"),
        ({"tindakan": "x" * 101}, "Tindakan"),
    ],
)
def test_a_filter_that_cannot_be_read_is_refused_in_words(
    given: dict[str, str], words: str
) -> None:
    with pytest.raises(UnclearFilter, match=words):
        wanted(**given)


def test_a_name_that_too_many_bear_is_refused() -> None:
    Person.objects.bulk_create(
        Person(reference=Someone().reference, name=f"Uji {n}") for n in range(MOST_PEOPLE + 1)
    )
    with pytest.raises(UnclearFilter, match="lebih lengkap"):
        wanted(orang="uji")


PLANNED = [
    Wanted(),
    Wanted(since=NOON, until=NOON + timedelta(days=1)),
    Wanted(institutions=frozenset({"bnpb"})),
    Wanted(actors=frozenset({"perintah"})),
    Wanted(action="uji.lakukan"),
    Wanted(object_kind="uji", object_id="1"),
]


@pytest.mark.parametrize("one", PLANNED, ids=["all", "days", "whose", "who", "what", "object"])
def test_every_filter_goes_along_an_index_that_also_gives_the_order(one: Wanted) -> None:
    last = act(at=NOON)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # a small table would be read whole
            for name in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{name} = off")
        for found in (entries(one), older_than(entries(one), last.number)):
            plan = found[:50].explain()
            assert "audit_" in plan, plan
            assert "TEMP B-TREE" not in plan, plan
            assert "Sort Key" not in plan or "Incremental" in plan, plan
