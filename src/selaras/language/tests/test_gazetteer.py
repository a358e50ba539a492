"""A region is found by its code and every usual spelling, and a doubtful name is never guessed."""

import csv
import re
import time
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.language.gazetteer import AmbiguousPlace, Gazetteer, Place, PlaceError, UnknownPlace
from selaras.language.names import parse_name

DATA = Path(__file__).parents[2] / "institutions/data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ALIASES: defaultdict[str, list[str]] = defaultdict(list)
for row in rows("region_aliases.csv"):
    ALIASES[row["code"]].append(row["alias"])
PLACES = [
    Place(row["code"], row["name"], row["level"], row["parent_code"], tuple(ALIASES[row["code"]]))
    for row in rows("regions.csv")
]
GAZETTEER = Gazetteer(PLACES)


def possible(text: str) -> list[str]:
    """The codes of all regions that the text may mean."""
    try:
        return [GAZETTEER.resolve(text).code]
    except AmbiguousPlace as error:
        return [place.code for place in error.candidates]
    except UnknownPlace:
        return []


def test_every_region_is_found_by_its_code_and_every_form_of_its_official_name() -> None:
    for place in PLACES:
        bare = re.sub("^(Kabupaten|Kota) (Administrasi )?", "", place.name)
        kind = {"regency": "Kab.", "city": "Kota", "province": "Prov."}.get(place.level, "")
        for text in (place.code, f" {place.code.replace('.', '')} ", f"{kind} {bare}"):
            assert GAZETTEER.resolve(text) == place
        assert place.code in possible(bare)
        assert place.code in possible(place.name.upper())


def test_every_alias_adds_a_spelling_that_may_mean_its_region() -> None:
    for place in PLACES:
        assert all(place.code in possible(alias) for alias in place.aliases)
        keys = [parse_name(spelling).key for spelling in (place.name, *place.aliases)]
        assert len(set(keys)) == len(keys), place


SPELLINGS = {
    "00": "Indonesia|nasional",
    "12.72": "Pematang Siantar|Siantar|Kota Siantar",
    "12.77": "Padang Sidempuan|Kota Padang Sidempuan",
    "13.07": "Lima Puluh Kota|Kab. Limapuluh Kota|50 Kota",
    "31": "DKI|D.K.I. Jakarta|Prov. DKI Jakarta|DKJ|Jakarta",
    "31.01": "Kep. Seribu|Kab. Adm. Kepulauan Seribu",
    "31.74": "Jaksel|Kota Jakarta Selatan|Kota Adm. Jakarta Selatan",
    "33.72": "Solo|Kota Solo",
    "34": "DIY|D.I. Yogyakarta|Provinsi Jogja|Yogyakarta provinsi",
    "34.71": "Kota Jogja|Kotamadya Yogya",
    "62.01": "Kota Waringin Barat",
    "63.02": "Kota Baru|Kab. Kota Baru",
    "92": "Papua Barat",
}


def test_usual_spellings_lead_to_the_region() -> None:
    for code, spellings in SPELLINGS.items():
        for spelling in spellings.split("|"):
            assert GAZETTEER.resolve(spelling).code == code


def test_a_shared_name_is_ambiguous_between_all_who_bear_it() -> None:
    assert possible("Bandung") == ["32.04", "32.73"]
    assert possible("Jogja") == possible("Yogyakarta") == possible("Yogya") == ["34", "34.71"]
    assert possible("Jambi") == ["15", "15.71"]
    assert possible("Gorontalo") == ["75", "75.01", "75.71"]
    assert possible("Mura") == ["16.05", "62.12"]


def test_the_sentences_for_a_shared_name_say_what_to_write_instead() -> None:
    with pytest.raises(AmbiguousPlace) as caught:
        GAZETTEER.resolve(" Bandung ")
    assert caught.value.problem == (
        'Nama "Bandung" tidak jelas: Kabupaten Bandung (32.04) atau Kota Bandung (32.73).'
    )
    assert caught.value.remedy == "Tulis nama lengkap atau kodenya."
    with pytest.raises(AmbiguousPlace, match=r"\(75\), Kabupaten Gorontalo \(75.01\), atau Kota"):
        GAZETTEER.resolve("Gorontalo")


def test_an_unknown_name_comes_with_the_nearest_region_first() -> None:
    nearest = {"Kota Bandng": "32.73", "Kab Bandng": "32.04", "Kota Bantul": "34.02"}
    for text, first in nearest.items():
        with pytest.raises(UnknownPlace, match=f'"{text}" tidak dikenal') as caught:
            GAZETTEER.resolve(text)
        assert caught.value.suggestions[0].code == first
        assert len(caught.value.suggestions) <= 3
        assert caught.value.suggestions[0].label in caught.value.remedy


@pytest.mark.parametrize("text", ["", "  ", "--", "Atlantis", "32.99", "99", "3.2", "٣٢"])
def test_what_resembles_nothing_is_unknown_without_suggestions(text: str) -> None:
    with pytest.raises(UnknownPlace) as caught:
        GAZETTEER.resolve(text)
    assert caught.value.suggestions == []
    assert caught.value.remedy == "Periksa ejaannya atau tulis kode wilayahnya."


def test_a_text_over_a_hundred_characters_is_refused_without_repeating_it() -> None:
    with pytest.raises(UnknownPlace) as caught:
        GAZETTEER.resolve("Bandung" + " " * 94)
    assert caught.value.problem == "Nama wilayah terlalu panjang: 101 huruf, paling banyak 100."
    assert GAZETTEER.resolve("Depok" + " " * 95).code == "32.76"


def test_within_a_region_only_those_below_it_count() -> None:
    assert GAZETTEER.resolve("Jambi", within="15").code == "15.71"
    assert GAZETTEER.resolve("Mura", within="16").code == "16.05"
    assert GAZETTEER.resolve("Kota Bandung", within="00").code == "32.73"
    with pytest.raises(AmbiguousPlace):
        GAZETTEER.resolve("Bandung", within="32")
    with pytest.raises(UnknownPlace, match="tidak ada di Provinsi Aceh"):
        GAZETTEER.resolve("Kota Bandung", within="11")
    with pytest.raises(UnknownPlace, match='"98" tidak dikenal'):
        GAZETTEER.resolve("Kota Bandung", within="98")


@given(st.text(max_size=120), st.sampled_from([None, "32", "98", "x"]))
def test_any_text_is_a_region_or_a_failure_in_sentences(text: str, within: str | None) -> None:
    try:
        assert GAZETTEER.resolve(text, within=within) in PLACES
    except PlaceError as failure:
        sentences = [failure.problem, failure.remedy]
        assert all(sentence.endswith(".") for sentence in sentences)


def test_an_unknown_name_is_refused_quickly() -> None:
    texts = ["Kabupaten Pegunungan Bintng Timur", "Kota Tanjungg", "x" * 100, "\ufdfa" * 100] * 5
    start = time.process_time()
    assert [possible(text) for text in texts] == [[]] * len(texts)
    assert (time.process_time() - start) / len(texts) < 0.005


ACEH = Place("11", "Aceh", "province", "00")
NONSENSE = [
    [ACEH, ACEH],
    [replace(ACEH, parent_code="11")],
    [replace(ACEH, level="district")],
    [replace(ACEH, code="1171")],
    [replace(ACEH, aliases=("--",))],
]


@pytest.mark.parametrize("places", NONSENSE)
def test_regions_that_make_no_sense_are_refused(places: list[Place]) -> None:
    with pytest.raises(ValueError, match=r"given twice|no usable|without letters|cannot be above"):
        Gazetteer(places)


def test_an_alias_that_begins_like_another_kind_is_taken_as_it_stands() -> None:
    regency = replace(ACEH, level="regency", aliases=("Kota Lama",))
    assert Gazetteer([regency]).resolve("Kota Lama") == regency


def test_the_data_hold_every_region_of_the_country_in_its_time_zone() -> None:
    data = {row["code"]: row for row in rows("regions.csv")}
    levels = Counter(row["level"] for row in data.values())
    assert levels == {"national": 1, "province": 38, "regency": 416, "city": 98}
    below = [row for row in data.values() if row["level"] in {"regency", "city"}]
    assert all(row["zone"] == data[row["parent_code"]]["zone"] for row in below)
    assert int(data["00"]["population"]) == sum(int(row["population"]) for row in below)


def test_parentage_follows_without_gap_to_the_parent_of_today() -> None:
    periods: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows("region_parentage.csv"):
        periods[row["code"]].append((row["parent_code"], row["valid_from"], row["valid_to"]))
    today = {code: spans[-1][0] for code, spans in periods.items() if not spans[-1][2]}
    assert today == {place.code: place.parent_code for place in PLACES if place.parent_code}
    meetings = [pair for spans in periods.values() for pair in pairwise(spans)]
    assert all(earlier[2] == later[1] != "" for earlier, later in meetings)
    assert len(meetings) == 26
    assert periods["93.01"] == [("91", "", "2022-07-25"), ("93", "2022-07-25", "")]
    assert periods["96.71"] == [("92", "", "2022-12-08"), ("96", "2022-12-08", "")]
    assert periods["96"] == [("00", "2022-12-08", "")]
