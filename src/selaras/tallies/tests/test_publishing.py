"""Versions of a count: kept, in order, once each, and told to the other rooms."""

from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.common import events
from selaras.institutions.models import Institution
from selaras.institutions.policies import MayNotSpeak
from selaras.ledger.models import AuditEntry, Epoch, OwedEffect
from selaras.tallies.checking import check
from selaras.tallies.errors import AlreadySuperseded, FinalStands, NotFinal, OptionsFixed
from selaras.tallies.events import TallyPublished
from selaras.tallies.models import Count, Option, Row, Tally, Version
from selaras.tallies.queries import board, history, version_of
from selaras.tallies.reading import read_sheet
from selaras.tallies.services import Edition, OptionDefinition, define, publish
from selaras.tallies.tests.counting import (
    THREE,
    checked,
    count,
    definition,
    every_region,
    make_tally,
    topic_of_kpu,
)
from selaras.tallies.tests.reports import data, report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
TABLES = [Tally, Option, Version, Row, Count, AuditEntry, OwedEffect]


def rows_written() -> dict[str, int]:
    counts = {model.__name__: model.objects.count() for model in TABLES}
    return counts | {"epoch": sum(Epoch.objects.values_list("number", flat=True))}


def test_a_version_keeps_every_row_and_the_sum_of_all() -> None:
    tally = make_tally()
    version = count(tally).version
    found = board(tally, version)
    assert (version.number, version.status, version.instrument) == (
        1,
        "final",
        "Keputusan 1 Tahun 2026",
    )
    assert [(line.row.code, line.row.total) for line in found.lines] == [
        ("11", 30),
        ("12", 35),
        ("99", 3),
    ]
    assert (found.whole.row.computed, found.whole.row.total) == (True, 68)
    assert [figure.share_words for figure in found.whole.figures] == [
        "60,3\N{NO-BREAK SPACE}%",
        "39,7\N{NO-BREAK SPACE}%",
    ]


def test_publishing_leaves_audit_an_owed_copy_and_a_new_epoch() -> None:
    tally = make_tally()
    before = rows_written()
    count(tally)
    entry = AuditEntry.objects.get(action="tallies.publish")
    assert (entry.actor, entry.institution, entry.object_id) == ("uji", "kpu", "uji")
    assert (entry.details["rows"], entry.details["facts"]) == (4, 0)
    assert OwedEffect.objects.filter(payload={"entry": str(entry.key)}).count() == 1
    assert rows_written()["epoch"] > before["epoch"]


def test_the_same_again_is_published_once() -> None:
    tally = make_tally()
    first = count(tally)
    before = rows_written()
    again = count(tally, dict(reversed(THREE.items())))
    assert (again.created, again.version) == (False, first.version)
    assert rows_written() == before


def test_a_running_count_may_fall_and_the_fall_is_told() -> None:
    tally = make_tally()
    count(tally, {"11": (9000, 100), "12": (30, 5)}, progress="60.5")
    count(tally, {"11": (7796, 150), "12": (30, 5)}, progress="59")
    second = version_of(tally)
    assert second is not None
    ani, budi = board(tally, second).lines[0].figures
    assert ani.change is not None
    assert budi.change is not None
    assert (ani.change.words, ani.change.movement) == ("turun 1.204 dari versi 1", "down")
    assert (budi.change.words, budi.change.movement) == ("naik 50 dari versi 1", "up")
    newest, oldest = history(tally, 50)
    assert newest.whole.figures[0].change == ani.change
    assert oldest.whole.change is None
    assert [one.version.progress for one in (newest, oldest)] == [
        Decimal("59.00"),
        Decimal("60.50"),
    ]


def test_a_place_that_is_new_in_a_version_has_no_change() -> None:
    tally = make_tally()
    count(tally, {"11": (1, 2)}, progress="1")
    found = board(tally, count(tally, {"11": (1, 2), "12": (3, 4)}, progress="2").version)
    assert [line.change is None for line in found.lines] == [False, True]


def test_a_partial_count_shows_what_does_not_add_up() -> None:
    tally = make_tally()
    text = "kode,nama,Ani,Budi,suara_sah\n11,Aceh,1,2,4\n12,Sumut,1,2,3\n"
    found = board(tally, count(tally, text, progress="10").version)
    # The sum of all places is itself off by what one of them is.
    assert [(line.row.code, line.difference) for line in found.mismatches] == [
        ("00", -1),
        ("11", -1),
    ]


def test_after_the_final_result_there_is_no_running_count() -> None:
    tally = make_tally()
    count(tally, progress="99.9")
    count(tally)
    before = rows_written()
    with pytest.raises(FinalStands, match="versi 2"):
        count(tally, {"11": (1, 2)}, progress="50")
    assert rows_written() == before
    assert count(tally, {"11": (1, 2)}, instrument="Putusan 2").version.number == 3


def test_going_back_to_earlier_numbers_needs_a_reason() -> None:
    tally = make_tally()
    count(tally, {"11": (1, 2)}, progress="1")
    count(tally, {"11": (2, 2)}, progress="2")
    with pytest.raises(AlreadySuperseded, match="versi 1"):
        count(tally, {"11": (1, 2)}, progress="1")
    back = count(tally, {"11": (1, 2)}, progress="1", note="Penjumlahan diulang.")
    assert (back.version.number, back.version.note) == (3, "Penjumlahan diulang.")


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        (Edition(partial=True), "Kemajuan hasil sementara"),
        (Edition(partial=True, progress=Decimal("100.01")), "100,01 persen tidak mungkin"),
        (Edition(partial=True, progress=Decimal(-1)), "-1 persen tidak mungkin"),
    ],
)
def test_a_partial_count_says_how_far_it_is(edition: Edition, words: str) -> None:
    tally = make_tally()
    with pytest.raises(NotFinal, match=words):
        publish(tally=tally, checked=checked(tally=tally), edition=edition, actor="uji")
    assert not tally.versions.exists()


def test_a_report_that_is_not_certified_is_not_published_as_final() -> None:
    tally = make_tally()
    sheet = read_sheet(data(report(Status="unofficial-complete")))
    with pytest.raises(NotFinal, match="belum final"):
        publish(tally=tally, checked=check(sheet, tally), edition=Edition(), actor="uji")


def test_other_rooms_are_told_inside_the_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[TallyPublished] = []
    monkeypatch.setitem(events._receivers, TallyPublished, [heard.append])
    tally = make_tally(topic=topic_of_kpu(), fact_prefix="uji2026")
    version = count(tally).version
    count(tally)
    (event,) = heard
    assert (event.tally, event.version, event.number, event.final) == ("uji", version.pk, 1, True)
    assert event.regions == ("00", "11", "12")
    assert len(event.fact_types) == 5
    assert all(isinstance(one, UUID) for one in event.fact_types)


def test_a_receiver_that_fails_takes_everything_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(event: TallyPublished) -> None:
        raise RuntimeError("no")

    tally = make_tally()
    monkeypatch.setitem(events._receivers, TallyPublished, [fail])
    before = rows_written()
    with pytest.raises(RuntimeError):
        count(tally)
    assert rows_written() == before


def test_describing_again_changes_words_but_never_counted_options() -> None:
    tally = make_tally()
    assert not define(definition=definition(), actor="uji").changed
    renamed = define(definition=definition(title="Judul lain"), actor="uji")
    assert (renamed.created, renamed.changed, renamed.tally.title) == (False, True, "Judul lain")
    fewer = (OptionDefinition("03", "c", "Citra Lengkap", "Citra"),)
    assert define(definition=definition(options=fewer), actor="uji").changed
    define(definition=definition(), actor="uji")
    count(tally)
    corrected = definition().options[0]
    shorter = OptionDefinition(corrected.key, corrected.column, "Ani Benar", "Ani B.")
    both = (shorter, definition().options[1])
    assert define(definition=definition(options=both), actor="uji").changed
    before = rows_written()
    with pytest.raises(OptionsFixed, match="Sudah ada hitungannya"):
        define(definition=definition(options=fewer), actor="uji")
    assert rows_written() == before


def test_nobody_publishes_counts_under_the_topic_of_another() -> None:
    bmkg = Institution.objects.get(slug="bmkg")
    with pytest.raises(MayNotSpeak):
        make_tally(topic=topic_of_kpu(), fact_prefix="uji2026", publisher=bmkg)
    assert not Tally.objects.exists()


def test_publishing_all_regions_costs_no_more_statements_than_a_few() -> None:
    asked = {}
    for name, rows in (("sedikit", THREE), ("semua", every_region())):
        tally = make_tally(name)
        with CaptureQueriesContext(connection) as queries:
            count(tally, rows)
        asked[name] = len(queries)
    assert asked["sedikit"] < 30
    assert asked["semua"] < 50  # rows are written in batches
