"""Each finding tells an editor in Indonesian what is wrong, what holds and what to do."""

from datetime import date

import pytest

from selaras.alignment.engine.explaining import worded
from selaras.alignment.engine.results import Finding
from selaras.alignment.engine.tests.scenes import (
    CAPACITY,
    CHANNEL,
    DAY,
    DAYS,
    LEVEL,
    NOW,
    PRICE,
    TERM,
    report,
)
from selaras.alignment.engine.wording import Wording

pytestmark = pytest.mark.no_database

SOURCE = "Instruksi Menteri Dalam Negeri Nomor 43 Tahun 2021"
HOLDS = f"berlaku sejak 21 September 2021 sampai 4 Oktober 2021 ({SOURCE})."
BEFORE = SOURCE.replace("43", "42")


def only(text: str, today: date = NOW) -> Finding:
    (finding,) = report(text, "33", today).findings
    return finding


@pytest.mark.parametrize(
    ("text", "today", "explanation", "remedies"),
    [
        ("Kabupaten Brebes berada di PPKM Level 2.", NOW,
         f"“Level 2” tidak sesuai dengan fakta resmi. Level PPKM: Level 3, {HOLDS}",
         ["embed", "correct Level 3"]),
        ("Kabupaten Brebes berada di PPKM Level 4.", NOW,
         f"“Level 4” pernah benar sampai 20 September 2021. Level PPKM: Level 3, {HOLDS}",
         ["embed", "correct Level 3", "date sampai 20 September 2021"]),
        ("Kabupaten Brebes berada di PPKM Level 3.", date(2021, 9, 20),
         "“Level 3” baru berlaku mulai 21 September 2021. Level PPKM: Level 4, berlaku sejak"
         f" 14 September 2021 sampai 20 September 2021 ({BEFORE}).",
         ["embed", "correct Level 4", "date mulai 21 September 2021"]),
        ("Kabupaten Brebes berada di PPKM Level 3.", date(2021, 10, 6),
         "“Level 3” pernah benar sampai 4 Oktober 2021. Level PPKM kini tidak punya nilai yang"
         " berlaku.",
         ["date sampai 4 Oktober 2021"]),
        ("Kabupaten Brebes bukan lagi daerah PPKM Level 3.", NOW,
         f"“Level 3” disangkal, padahal itulah yang berlaku. Level PPKM: Level 3, {HOLDS}",
         ["correct Level 3"]),
        ("Kabupaten Brebes berada di PPKM Level 3 pada 15 September 2021.", NOW,
         "“Level 3” tidak sesuai untuk 15 September 2021. Level PPKM waktu itu Level 4"
         f" ({BEFORE}).",
         ["correct Level 4"]),
        ("PPKM berlaku sampai 5 Oktober 2021.", NOW,
         "“5 Oktober 2021” tidak sesuai dengan fakta resmi. Masa PPKM: 21 September–4 Oktober"
         f" 2021, {HOLDS}",
         ["embed", "correct 4 Oktober 2021"]),
    ],
)  # fmt: skip
def test_a_finding_says_what_was_said_what_holds_and_how_to_mend_it(
    text: str, today: date, explanation: str, remedies: list[str]
) -> None:
    finding = only(text, today)
    assert finding.explanation == explanation
    told = [f"{one.action} {one.text}".strip() for one in finding.remedies]
    assert told == remedies


@pytest.mark.parametrize(
    ("value", "wording", "expected"),
    [
        ("3", LEVEL, "Level 3"),
        ("9", LEVEL, "Level 9"),  # a choice without words of its own
        ("2024-02-14", DAY, "14 Februari 2024"),
        ("2021-09-21/2021-10-04", TERM, "21 September–4 Oktober 2021"),
        ("10000", PRICE, "Rp10.000"),
        ("5", DAYS, "5 hari"),
        ({"phone": "022-555-0119"}, CHANNEL, "022-555-0119"),
    ],
)
def test_a_value_is_worded_as_a_reader_writes_it(
    value: object, wording: Wording, expected: str
) -> None:
    assert worded(value, wording) == expected


def test_a_percentage_is_worded_with_a_comma_and_its_sign() -> None:
    assert worded("58.59", CAPACITY).replace("\u00a0", " ") in ("58,59%", "58,59 %")
