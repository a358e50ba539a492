"""How values stand in a text."""

from datetime import date, time

import pytest

from selaras.facts.formats import (
    FORMAT_LABELS,
    Format,
    last_moment_words,
    moment_words,
    value_words,
    worded,
)
from selaras.facts.models import Kind
from selaras.facts.queries import fact_type
from selaras.facts.tests.speaking import (
    BANDUNG,
    DENPASAR,
    MERAUKE,
    TICK,
    answer,
    day,
    make_type,
    say,
    utc,
)
from selaras.institutions.models import Region
from selaras.language.times import TimeOfDay, Zone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NOON = utc("2021-09-25T05:00")
HARD_SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("kind", "text", "short"),
    [
        (Kind.MONEY, "Rp 1.200.000,-", "Rp1.200.000"),
        (Kind.MONEY, "-1200000,5", "-Rp1.200.000,50"),
        (Kind.PERCENTAGE, "58,60%", f"58,6{HARD_SPACE}%"),
        (Kind.PERIOD, "2021-09-21/2021-10-04", "21 September–4 Oktober 2021"),
        (Kind.PERIOD, "14-20 September 2021", "14–20 September 2021"),
        (Kind.DATE, "5/11/2021", "5 November 2021"),
        (Kind.CONTACT, "Posko; 112; posko@bnpb.go.id", "Posko: 112, posko@bnpb.go.id"),
        (Kind.CONTACT, "(022) 4201234", "(022) 4201234"),
        (Kind.TEXT, "  Lapor ke posko.  ", "Lapor ke posko."),
        (Kind.NUMBER, "25000", "25.000"),
    ],
)
def test_the_short_format_is_how_indonesians_write_it(kind: str, text: str, short: str) -> None:
    shown = make_type("uji.bentuk", kind)
    say(shown, BANDUNG, text, day("2021-09-21"))
    found = answer(shown, BANDUNG, NOON)
    assert found is not None
    assert worded(found, Format.SHORT) == short


def test_a_level_says_its_label_and_until_when() -> None:
    level = fact_type("ppkm.level")
    say(level, BANDUNG, "3", day("2021-09-21"), day("2021-10-05"))
    found = answer(level, BANDUNG, NOON)
    assert found is not None
    assert worded(found, Format.SHORT) == "Level 3"
    assert worded(found, Format.TABLE) == "Level 3"
    assert worded(found, Format.SENTENCE) == "Level 3, berlaku sampai 4 Oktober 2021"


def test_an_open_value_says_since_when() -> None:
    level = fact_type("ppkm.level")
    say(level, BANDUNG, "3", day("2021-09-21"))
    found = answer(level, BANDUNG, NOON)
    assert found is not None
    assert worded(found, Format.SENTENCE) == "Level 3, berlaku sejak 21 September 2021"


def test_a_unit_stands_in_a_sentence_and_not_under_a_heading() -> None:
    posts = fact_type("siaga.posko")
    say(posts, BANDUNG, "1.200 posko", day("2021-09-21"))
    found = answer(posts, BANDUNG, NOON)
    assert found is not None
    assert worded(found, Format.SHORT) == "1.200 posko"
    assert worded(found, Format.TABLE) == "1.200"


@pytest.mark.parametrize(("code", "zone"), [("00", "WIB"), (DENPASAR, "WITA"), (MERAUKE, "WIT")])
def test_a_time_of_day_without_a_zone_is_the_readers(code: str, zone: str) -> None:
    hours = make_type("uji.jam", Kind.TIME, inherited=True)
    say(hours, "00", "08.00–15.30", day("2021-09-21"))
    found = answer(hours, code, NOON)
    assert found is not None
    assert worded(found, Format.SHORT) == f"pukul 08.00–15.30 {zone}"


def test_a_time_of_day_that_names_its_zone_keeps_it() -> None:
    hours = make_type("uji.jam", Kind.TIME)
    value = TimeOfDay(time(8), None, Zone.WIB)
    assert value_words(hours, value, Region.objects.get(pk=MERAUKE)) == "pukul 08.00 WIB"


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        (utc("2021-10-04T17:00"), "5 Oktober 2021", "4 Oktober 2021"),
        (
            utc("2021-10-04T13:30:59"),
            "4 Oktober 2021 pukul 20.30 WIB",
            "4 Oktober 2021 pukul 20.30 WIB",
        ),
        (
            utc("2021-10-04T17:00") - TICK,
            "4 Oktober 2021 pukul 23.59 WIB",
            "4 Oktober 2021 pukul 23.59 WIB",
        ),
        (utc("2021-12-31T17:00"), "1 Januari 2022", "31 Desember 2021"),
    ],
)
def test_midnight_is_a_day_and_any_other_moment_has_its_hour(
    moment: object, first: str, last: str
) -> None:
    region = Region.objects.get(pk=BANDUNG)
    assert moment_words(moment, region) == first  # type: ignore[arg-type]
    assert last_moment_words(moment, region) == last  # type: ignore[arg-type]


def test_a_single_day_ends_on_that_day() -> None:
    level = fact_type("ppkm.level")
    say(level, MERAUKE, "3", date(2021, 9, 25), date(2021, 9, 26))
    found = answer(level, MERAUKE, NOON)
    assert found is not None
    assert worded(found, Format.SENTENCE) == "Level 3, berlaku sampai 25 September 2021"


def test_every_format_has_a_name_on_screen() -> None:
    assert set(FORMAT_LABELS) == set(Format)
