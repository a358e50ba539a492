"""What a region reads over the API, at any moment, and how it came to be."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from selaras.announcements.tests.telling import take_back, tell
from selaras.facts.models import Kind
from selaras.facts.tests.speaking import BANDUNG, JAWA_BARAT, MERAUKE, day, make_type, say, utc
from selaras.portal.api.tests.asking import ask, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

NOW = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
STATUS = "facts/siaga.status"


def test_a_value_says_what_where_since_when_and_by_whom() -> None:
    told = tell({"Kota Bandung": "merah"}, start="2026-01-01", through="2099-12-31")
    found = read(f"{STATUS}/value", region=BANDUNG)
    assert (found["state"], found["value"], found["words"]) == ("current", "merah", "Siaga Merah")
    assert found["sentence"] == "Siaga Merah, berlaku sampai 31 Desember 2099"
    assert found["valid_from"] == "2025-12-31T17:00:00+00:00"
    assert found["source"] == "Keputusan 12 Tahun 2026"
    assert found["announcement"]["id"] == str(told.pk)
    assert found["announcement"]["api"].endswith(f"/api/v1/announcements/{told.slug}")
    assert found["history"].endswith(f"/api/v1/{STATUS}/history?region={BANDUNG}")
    assert found["fact"]["owner"]["slug"] == "bnpb"


def test_numbers_are_exact_and_an_inherited_value_names_where_it_was_stated() -> None:
    rain = make_type("uji.curah", unit="mm", inherited=True)
    say(rain, "00", "1.234,560001", day("2026-01-01"))
    found = read("facts/uji.curah/value", region=MERAUKE)
    assert (found["value"], found["words"]) == ("1234.560001", "1.234,560001 mm")
    assert found["inherited_from"] == "00"
    assert found["valid_from"] == "2025-12-31T15:00:00+00:00"  # midnight in Merauke
    assert found["announcement"] is None
    assert found["history"].endswith("?region=00")


def test_where_nothing_holds_it_says_why() -> None:
    level = make_type("uji.tingkat")
    say(level, JAWA_BARAT, "1", day("2026-01-01"), day("2026-02-01"))
    path = "facts/uji.tingkat/value"
    states = {
        at: read(path, region=JAWA_BARAT, at=at)["state"]
        for at in ("2025-12-31", "2026-01-01", "2026-02-01")
    }
    assert list(states.values()) == ["upcoming", "current", "ended"]
    never = read(path, region=BANDUNG)
    assert (never["state"], never["value"], never["sentence"]) == ("never", None, None)
    told = tell({"Kota Bandung": "merah"})
    take_back(told)
    assert read(f"{STATUS}/value", region=BANDUNG)["state"] == "withdrawn"


def test_a_date_is_midnight_where_it_is_read_and_a_lost_plus_is_forgiven() -> None:
    level = make_type("uji.tingkat")
    for code in (BANDUNG, MERAUKE):
        say(level, code, "1", utc("2026-01-31T16:00"), utc("2026-01-31T17:00"))
    rows = read("facts/uji.tingkat/regions", at="2026-02-01", level="city")["regions"]
    by_code = {one["region"]: one["state"] for one in rows}
    assert by_code[BANDUNG] == "ended"
    rows = read("facts/uji.tingkat/regions", at="2026-02-01", level="regency")["regions"]
    assert {one["region"]: one["state"] for one in rows}[MERAUKE] == "upcoming"
    for at in ("2026-02-01T01:30+09:00", "2026-02-01T01:30 09:00", "2026-02-01T01:30"):
        found = read("facts/uji.tingkat/value", region=MERAUKE, at=at)
        assert (found["state"], found["at"]) == ("current", "2026-02-01T01:30:00+09:00")


def test_what_was_known_then_is_told_of_then() -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        tell({"Kota Bandung": "hijau"}, key="dulu", start="2031-03-01")
        clock.shift(60)
        tell({"Kota Bandung": "merah"}, key="lalu", start="2031-03-01")
        clock.shift(60)
        before = read(f"{STATUS}/value", region=BANDUNG, known_at="2031-03-03T08:00:30+07:00")
        assert before["value"] == "hijau"
        assert read(f"{STATUS}/value", region=BANDUNG)["value"] == "merah"
        assert read(f"{STATUS}/value", region=BANDUNG, known_at="2031-03-03")["state"] == "never"
        first = read(f"{STATUS}/history", region=BANDUNG, limit=1)
        second = read(f"{STATUS}/history", region=BANDUNG, limit=1, cursor=first["next"])
        assert [one["versions"][0]["value"] for one in (first, second)] == ["hijau", "merah"]
        assert first["versions"][0]["recorded_to"] == "2031-03-03T01:01:00+00:00"
        assert second["versions"][0]["recorded_to"] is None
        assert second["next"] is None
        then = read(f"{STATUS}/history", region=BANDUNG, known_at="2031-03-03T01:00:30Z")
        assert [(one["value"], one["recorded_to"]) for one in then["versions"]] == [("hijau", None)]


def test_what_is_planned_is_nowhere_before_its_second() -> None:
    """Neither its value, nor that what holds now will end, nor that anything has changed."""
    at = NOW + timedelta(hours=2)
    paths = [
        ("facts/siaga.status/value", {"region": BANDUNG}),
        ("facts/siaga.status/value", {"region": BANDUNG, "at": "2031-03-04"}),
        ("facts/siaga.status/history", {"region": BANDUNG}),
        ("facts/siaga.status/regions", {"within": "32"}),
        ("facts/siaga.status/regions", {"within": "32", "format": "csv"}),
        ("facts/siaga.status/regions", {"within": "32", "format": "geojson"}),
        ("announcements", {}), ("announcements", {"region": BANDUNG}), ("changes", {}),
        ("facts", {}),
    ]  # fmt: skip
    with time_machine.travel(NOW, tick=False) as clock:
        old = tell({"Kota Bandung": "hijau"}, key="dulu", start="2031-03-01")
        clock.shift(60)
        before = [ask(path, **query).content for path, query in paths]
        whole = ask(f"announcements/{old.slug}").content
        told = tell({"Kota Bandung": "merah"}, key="nanti", title="Pada detiknya", at=at)
        clock.move_to(at - SECOND)
        assert [ask(path, **query).content for path, query in paths] == before
        assert ask(f"announcements/{old.slug}").content == whole
        assert ask(f"announcements/{told.slug}").status_code == 404
        assert ask(f"announcements/{told.slug}", format="geojson").status_code == 404
        assert ask(f"{STATUS}/value", known_at="2031-03-03T10:00+07:00").status_code == 400
        clock.move_to(at)
        after = [ask(path, **query).content for path, query in paths]
        assert [one == two for one, two in zip(before, after, strict=True)][:8] == [False] * 8
        assert read(f"{STATUS}/value", region=BANDUNG)["value"] == "merah"
        assert ask(f"announcements/{told.slug}").status_code == 200


def test_the_types_are_listed_in_pages_and_by_whose_they_are() -> None:
    keys, query = [], {"limit": 4}
    while True:
        page = read("facts", **query)
        keys += [one["key"] for one in page["facts"]]
        if page["next"] is None:
            break
        query["cursor"] = page["next"]
    assert keys == sorted(set(keys))
    assert len(keys) == 10
    assert {one["key"] for one in read("facts", owner="kemendagri")["facts"]} == {
        "ppkm.level", "ppkm.masa",
    }  # fmt: skip
    assert read("facts", topic="ppkm", owner="bnpb")["facts"] == []
    choices = read("facts/siaga.status")["choices"]
    assert [one["value"] for one in choices] == ["hijau", "kuning", "jingga", "merah"]


def test_no_cell_of_the_table_is_a_formula_and_numbers_stay_numbers() -> None:
    text = make_type("uji.kalimat", Kind.TEXT)
    say(text, BANDUNG, '=HYPERLINK("http://contoh.id")', day("2026-01-01"), source="@SUM(A1)")
    number = make_type("uji.suhu")
    say(number, BANDUNG, "-5", day("2026-01-01"))
    row = ask("facts/uji.kalimat/regions", within=BANDUNG, format="csv").content.decode()
    assert row.startswith("region,name,level,state,value,words,")
    assert "\"'=HYPERLINK(" in row
    assert ",'@SUM(A1)," in row
    row = ask("facts/uji.suhu/regions", within=BANDUNG, format="csv")
    assert row["Content-Type"] == "text/csv; charset=utf-8"
    assert ",-5,-5," in row.content.decode()
