"""The commands about facts."""

import json
from datetime import datetime

import click
import pytest
from click.testing import CliRunner, Result

from selaras.facts.cli import facts, moment
from selaras.facts.queries import fact_type
from selaras.facts.tests.speaking import BANDUNG, MERAUKE, Clock, day, make_type, say, utc
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(facts, arguments, catch_exceptions=False)


def test_a_fact_is_asked_by_name_at_a_date_in_the_regions_own_zone() -> None:
    level = fact_type("ppkm.level")
    say(level, BANDUNG, "3", day("2021-09-21"), day("2021-10-05"))
    asked = ("get", "ppkm.level", "--region", "Kota Bandung", "--at")
    assert run(*asked, "2021-09-21").stdout == "3\n"
    assert run(*asked, "2021-10-04T23:59").stdout == "3\n"
    assert run(*asked, "2021-10-05").stdout == ""
    assert "Tidak ada nilai" in run(*asked, "2021-10-05").stderr


def test_what_was_known_then_can_be_asked(clock: Clock) -> None:
    level = fact_type("ppkm.level")
    say(level, BANDUNG, "3", day("2021-09-21"))
    asked = ("get", "ppkm.level", "--region", BANDUNG, "--at", "2021-09-25", "--known-at")
    assert run(*asked, "2021-09-25").stdout == ""
    assert run(*asked, clock.now.isoformat()).stdout == "3\n"


def test_json_says_where_a_value_comes_from() -> None:
    money = make_type("uji.uang", "money", inherited=True)
    say(money, "00", "Rp1.200.000,50", day("2021-09-21"), source="Keputusan 1")
    shown = json.loads(run("get", "uji.uang", "--region", "Merauke", "--json").stdout)
    assert shown | {"recorded_from": "", "valid_from": ""} == {
        "demonstration": True,
        "type": "uji.uang",
        "region": MERAUKE,
        "value": "1200000.5",
        "words": "Rp1.200.000,50",
        "stated_for": "00",
        "owner": "bnpb",
        "source": "Keputusan 1",
        "source_url": "",
        "valid_from": "",
        "valid_to": None,
        "recorded_from": "",
        "recorded_to": None,
        "reconstructed": False,
    }
    assert (
        json.loads(run("get", "uji.uang", "--region", "00", "--at", "2020-01-01", "--json").stdout)
        is None
    )


def test_history_marks_what_was_superseded(clock: Clock) -> None:
    level = fact_type("ppkm.level")
    say(level, BANDUNG, "3", day("2021-09-21"), day("2021-10-05"), source="Inmendagri 43/2021")
    clock.tick()
    say(level, BANDUNG, "2", day("2021-09-21"), day("2021-10-05"), source="Inmendagri 44/2021")
    asked = ("history", "ppkm.level", "--region", BANDUNG)
    assert run(*asked).stdout == (
        "21 September 2021 – 4 Oktober 2021\tLevel 2\tInmendagri 44/2021\n"
    )
    lines = run(*asked, "--superseded").stdout.splitlines()
    assert [line.endswith("(digantikan)") for line in lines] == [True, False]
    assert len(json.loads(run(*asked, "--superseded", "--json").stdout)) == 2


def test_types_are_listed_with_kind_and_owner() -> None:
    assert "ppkm.level\tchoice\tkemendagri" in run("types").stdout.splitlines()
    rows = [json.loads(line) for line in run("types", "--json").stdout.splitlines()]
    assert {"key": "siaga.posko", "kind": "number", "owner": "bnpb", "label": "Posko siaga"} in rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-09-18", utc("2021-09-17T15:00")),
        ("2021-09-18T20:00", utc("2021-09-18T11:00")),
        ("2021-09-18T20:00+07:00", utc("2021-09-18T13:00")),
        ("2021-09-18T20:00Z", utc("2021-09-18T20:00")),
    ],
)
def test_a_moment_without_a_zone_is_the_regions(text: str, expected: datetime) -> None:
    assert moment(text, Region.objects.get(pk=MERAUKE)) == expected


def test_what_is_no_moment_is_refused() -> None:
    region = Region.objects.get(pk=MERAUKE)
    assert moment(None, region) is None
    for text in ("kemarin", "2021-13-01", "2021-09-18T25:00"):
        with pytest.raises(click.BadParameter):
            moment(text, region)
