"""A hostile text costs what its length costs, and a foreign one gives neither finding nor error."""

import time

import pytest

from selaras.alignment.engine.tests.scenes import found_in, report

pytestmark = pytest.mark.no_database

LEAD = "PPKM Kota Bandung. Cakupan uji: "
SHORT, LONG = 20_000, 80_000
MOST_TIMES, NOISE, TRIES = 6, 0.05, 3  # for a text four times as long; noise in seconds
SHAPES = {
    "one word": "a",
    "opened brackets": "((([[",
    "dates": "21 September 2021 sampai 4 Oktober 2021, ",
    "names": "Kota Bandung dan ",
    "names of types": "PPKM ",
    "numbers": "1.234.567 ",
    "figures": "96.214.691 suara atau 58,90 persen dari 164.227.475, terdiri atas 5, 6, ",
    "list": "- Kota Bandung: Level 3\n",
    "row without end": "Kota Bandung | Level 3 | ",
    "references": "Keduanya masing-masing nilai itu di kota kami. ",
    "telephones": "022-555-",
    "what grows when folded": "½ﬁ",
    "suppositions": "jika tidak bukan ",
}


def cost(unit: str, size: int) -> float:
    """Processor seconds for a text of that many characters."""
    text = (LEAD + unit * (size // len(unit) + 1))[:size]
    start = time.process_time()
    report(text, "32.73")
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_costs_about_four_times_the_time(shape: str) -> None:
    unit = SHAPES[shape]
    tries = (cost(unit, LONG) <= MOST_TIMES * cost(unit, SHORT) + NOISE for _ in range(TRIES))
    assert any(tries)  # a neighbour on the machine may spoil one, but not all


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\x00\u2028",
        "PERHATIAN SELURUH WARGA DIHARAP TENANG DAN TETAP DI RUMAH " * 20,
        "beritaterkinitentangppkmlevel4dikotabandung" * 20,
        "<p style='color:#333'>PPKM&nbsp;<b></b></p><br/>{{ level }} &lt;script&gt;",
        "The city council met at 10 a.m. on 21 September; all labs stay open.",
        "Pamaréntah kota ngumumkeun yén pasar dibuka deui isuk-isuk.",
        "市政府宣布解除限制，自2021年9月21日起实施。",
        "أعلنت الحكومة عن رفع القيود",
        "🙂" * 500 + "\ud7ff\uffff",
        "PPKM " + "level " * 200,
        "PPKM Level 99999999999999999999 sampai 31/02/2021 pukul 99.99",
    ],
)
def test_noise_and_other_languages_give_no_finding_and_no_error(text: str) -> None:
    assert found_in(text, "32.73") == []


def test_all_capitals_are_read_as_any_text() -> None:
    assert found_in("PPKM LEVEL 4 DI KOTA BANDUNG") == ["32.73 conflicting LEVEL 4"]
