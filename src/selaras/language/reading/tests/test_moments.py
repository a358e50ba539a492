"""Dates and periods in running text: spellings, roles, what is relative, and what is no date."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.dates import format_date, format_date_short, format_weekday_date
from selaras.language.periods import DatePeriod, format_period
from selaras.language.reading.moments import Moment, Role, Said, moments
from selaras.language.reading.words import Reading

TODAY = date(2021, 9, 23)  # a Thursday
WORDS = [
    "21", "9", "2021", "september", "/", "-", ",", "(", ")", ".", "sampai", "hingga", "tanggal",
    "senin", "minggu", "besok", "akhir", "tahun", "bulan", "dan", "dua", "hari", "lalu", "depan",
    "14-20", "mulai", "januari-maret", "antara", "s.d.", "pekan", "(5/11)", "pada", "20",
]  # fmt: skip
READABLE = st.dates(min_value=date(1000, 1, 1))


def read(text: str, today: date = TODAY) -> list[Moment]:
    return moments(Reading(text), today=today)


def read_one(text: str, today: date = TODAY) -> Moment:
    found = read(text, today)
    assert len(found) == 1, found
    return found[0]


def day(text: str) -> date:
    return date.fromisoformat(text)


def written(text: str, moment: Moment) -> str:
    return Reading(text).text[moment.start : moment.end]


@pytest.mark.parametrize(
    "spelling",
    [
        "21 September 2021", "21 Sept 2021", "21 Sep. 2021", "21 SEPTEMBER 2021",
        "21 september '21", "21/9/2021", "21/09/2021", "21 / 9 / 2021", "21/9/21",
        "21-09-2021", "21.9.2021",
        "2021-09-21", "2021/09/21", "21-Sep-2021", "21September2021", "21 September tahun 2021",
        "Selasa, 21 September 2021", "Selasa (21/9/2021)", "Selasa 21 Sept 2021",
        "Selasa malam (21/9/2021)", "Selasa tanggal 21 September 2021", "Selasa lalu (21/9/2021)",
        "𝟮𝟭 𝗦𝗲𝗽𝘁𝗲𝗺𝗯𝗲𝗿 𝟮𝟬𝟮𝟭",
    ],
)  # fmt: skip
def test_full_dates_are_read_in_each_spelling(spelling: str) -> None:
    text = f"Rapat digelar {spelling} di kantor bupati."
    found = read_one(text)
    assert (found.first, found.last) == (date(2021, 9, 21), date(2021, 9, 21))
    assert (found.said, found.role, found.weekday_fits) == (Said.FULL, Role.ON, True)
    assert written(text, found) == Reading(spelling).text


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("Jumat (5/11)", TODAY, "2021-11-05"),
        ("8 Oktober", TODAY, "2021-10-08"),
        ("tgl 5 okt", TODAY, "2021-10-05"),
        ("tanggal 5/10", TODAY, "2021-10-05"),
        ("28 Desember", date(2022, 1, 3), "2021-12-28"),
        ("3 Januari", date(2021, 12, 24), "2022-01-03"),
        ("1 Maret", date(2021, 8, 31), "2022-03-01"),
        ("1 Maret", date(2021, 8, 30), "2021-03-01"),
        ("29 Februari", TODAY, "2020-02-29"),
        ("5 November lalu", TODAY, "2020-11-05"),
        ("hari Senin tanggal 20 September", TODAY, "2021-09-20"),
    ],
)
def test_without_a_year_a_date_is_the_one_nearest_to_today(
    text: str, today: date, expected: str
) -> None:
    found = read_one(f"Posko dibangun pada {text}.", today)
    assert (found.first, found.said) == (day(expected), Said.NO_YEAR)


def test_of_two_equally_near_dates_the_later_counts() -> None:
    # From 1 October 2019 to the next there are 366 days.
    assert read_one("1 Oktober", date(2020, 4, 1)).first == date(2020, 10, 1)
    assert read_one("1 Oktober", date(2020, 3, 31)).first == date(2019, 10, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pendaftaran dibuka 8 Oktober dan ditutup tanggal 20.", ["2021-10-08", "2021-10-20"]),
        ("Dibuka 8 Oktober 2022, lalu tgl. 20 diumumkan.", ["2022-10-08", "2022-10-20"]),
        ("Dibuka 8 Oktober. Pada tanggal 20 diumumkan.", ["2021-10-08"]),
        ("Gaji dibayar tanggal 20.", []),
        ("Sejak 8 Oktober gaji dibayar tanggal 20 setiap bulan.", ["2021-10-08"]),
        ("Besok tanggal 24 libur.", ["2021-09-24"]),
        (
            "Tes digelar tanggal 20, 21, dan 22 September 2021.",
            ["2021-09-20", "2021-09-21", "2021-09-22"],
        ),
        ("Tes digelar pada 20 dan 21 Oktober.", ["2021-10-20", "2021-10-21"]),
        ("Tes digelar 14 Mei dan 20 Mei 2019.", ["2019-05-14", "2019-05-20"]),
    ],
)
def test_a_day_alone_has_the_month_of_its_sentence(text: str, expected: list[str]) -> None:
    assert [found.first for found in read(text)] == [day(each) for each in expected]


@pytest.mark.parametrize(
    ("text", "first", "last", "said"),
    [
        ("14–20 September 2021", "2021-09-14", "2021-09-20", "full"),
        ("14 - 20 Sept 2021", "2021-09-14", "2021-09-20", "full"),
        ("21 September hingga 4 Oktober 2021", "2021-09-21", "2021-10-04", "full"),
        ("14 September sampai dengan 30 September 2021", "2021-09-14", "2021-09-30", "full"),
        ("3 s.d. 20 Juli 2021", "2021-07-03", "2021-07-20", "full"),
        ("14 s/d 20/9/2021", "2021-09-14", "2021-09-20", "full"),
        ("14/9 - 20/9/2021", "2021-09-14", "2021-09-20", "full"),
        ("14/9/2021-20/9/2021", "2021-09-14", "2021-09-20", "full"),
        ("2021-09-21/2021-09-30", "2021-09-21", "2021-09-30", "full"),
        ("1 Agustus sampai akhir Oktober", "2021-08-01", "2021-10-31", "coarse"),
        ("28 Desember - 3 Januari 2022", "2021-12-28", "2022-01-03", "full"),
        ("28 Desember 2021 hingga 3 Januari", "2021-12-28", "2022-01-03", "full"),
        ("1 Januari–31 Desember 2021", "2021-01-01", "2021-12-31", "full"),
        ("14–20 September", "2021-09-14", "2021-09-20", "no_year"),
        ("Senin (13/9) hingga Rabu (15/9)", "2021-09-13", "2021-09-15", "no_year"),
        ("Sabtu–Minggu (18–19/9)", "2021-09-18", "2021-09-19", "no_year"),
        ("Januari-Maret 2021", "2021-01-01", "2021-03-31", "coarse"),
        ("akhir September–awal Oktober 2021", "2021-09-21", "2021-10-10", "coarse"),
        ("21 September lalu hingga 4 Oktober mendatang", "2021-09-21", "2021-10-04", "no_year"),
        ("besok sampai 30 September", "2021-09-24", "2021-09-30", "relative"),
        ("hari ini hingga lusa", "2021-09-23", "2021-09-25", "relative"),
        ("Senin hingga Rabu pekan depan", "2021-09-27", "2021-09-29", "relative"),
        ("tanggal 5-10 bulan depan", "2021-10-05", "2021-10-10", "relative"),
    ],
)
def test_periods_have_both_ends_and_share_what_one_leaves_out(
    text: str, first: str, last: str, said: str
) -> None:
    found = read_one(f"Berlaku mulai {text} di seluruh kabupaten.")
    assert (found.first, found.last) == (day(first), day(last))
    assert (found.role, found.said, found.outset) == (Role.WITHIN, said, 0)
    assert found.halves is not None
    assert (found.halves[0].first, found.halves[1].last) == (found.first, found.last)
    assert [half.role for half in found.halves] == [Role.FROM, Role.UNTIL]
    assert found.start == found.halves[0].start < found.halves[0].end <= found.halves[1].start


def test_years_and_days_between_two_words_are_periods() -> None:
    text = "antara 14 dan 20 September 2021 dan dari 2019 hingga 2020"
    found = read(text)
    assert [written(text, each) for each in found] == [
        "14 dan 20 September 2021",
        "2019 hingga 2020",
    ]
    assert found[1].last == date(2020, 12, 31)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("mulai", Role.FROM), ("sejak", Role.FROM), ("terhitung mulai tanggal", Role.FROM),
        ("per", Role.FROM), ("berlaku", Role.FROM), ("mulai berlaku pada", Role.FROM),
        ("sampai", Role.UNTIL), ("sampai dengan tanggal", Role.UNTIL), ("smpe tgl", Role.UNTIL),
        ("hingga", Role.UNTIL), ("s.d.", Role.UNTIL), ("s/d", Role.UNTIL),
        ("berakhir pada", Role.UNTIL), ("ditutup", Role.UNTIL), ("paling lambat", Role.UNTIL),
        ("paling lambat pada tanggal", Role.UNTIL), ("selambat-lambatnya", Role.UNTIL),
        ("batas akhir:", Role.UNTIL), ("sebelum", Role.BEFORE), ("setelah", Role.AFTER),
        ("usai", Role.AFTER), ("pada", Role.ON), ("pada tanggal", Role.ON),
    ],
)  # fmt: skip
def test_the_words_before_a_date_give_it_its_role(words: str, role: Role) -> None:
    text = f"Layanan {words} 8 Oktober 2021."
    found = read_one(text)
    assert found.role is role
    assert text[found.outset : found.start].strip() == words


def test_after_a_word_that_joins_clauses_a_date_keeps_its_own_role() -> None:
    found = read_one("Daerah itu turun level setelah pada 14 September 2021 membaik.")
    assert found.role is Role.ON


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("hari ini", "2021-09-23", "2021-09-23"),
        ("besok", "2021-09-24", "2021-09-24"),
        ("bsk pagi", "2021-09-24", "2021-09-24"),
        ("lusa", "2021-09-25", "2021-09-25"),
        ("kemarin", "2021-09-22", "2021-09-22"),
        ("kemarin lusa", "2021-09-21", "2021-09-21"),
        ("kemarin dulu", "2021-09-21", "2021-09-21"),
        ("nanti malam", "2021-09-23", "2021-09-23"),
        ("malam ini", "2021-09-23", "2021-09-23"),
        ("pagi tadi", "2021-09-23", "2021-09-23"),
        ("tadi malam", "2021-09-22", "2021-09-22"),
        ("dua hari lagi", "2021-09-25", "2021-09-25"),
        ("3 hari lalu", "2021-09-20", "2021-09-20"),
        ("dua belas hari yang lalu", "2021-09-11", "2021-09-11"),
        ("minggu ini", "2021-09-20", "2021-09-26"),
        ("pekan lalu", "2021-09-13", "2021-09-19"),
        ("mgg depan", "2021-09-27", "2021-10-03"),
        ("minggu kemarin", "2021-09-13", "2021-09-19"),
        ("dua pekan lalu", "2021-09-06", "2021-09-12"),
        ("bulan ini", "2021-09-01", "2021-09-30"),
        ("bulan lalu", "2021-08-01", "2021-08-31"),
        ("tahun depan", "2022-01-01", "2022-12-31"),
        ("tujuh hari ke depan", "2021-09-23", "2021-09-30"),
        ("sebulan terakhir", "2021-08-23", "2021-09-23"),
        ("akhir pekan ini", "2021-09-25", "2021-09-26"),
        ("Senin", "2021-09-20", "2021-09-20"),
        ("Kamis", "2021-09-23", "2021-09-23"),
        ("Senin lalu", "2021-09-20", "2021-09-20"),
        ("Kamis lalu", "2021-09-16", "2021-09-16"),
        ("Senin depan", "2021-09-27", "2021-09-27"),
        ("Senin pekan depan", "2021-09-27", "2021-09-27"),
        ("Minggu pekan ini", "2021-09-26", "2021-09-26"),
        ("hari Minggu", "2021-09-19", "2021-09-19"),
        ("Senin mendatang", "2021-09-27", "2021-09-27"),
        ("tanggal 5 bulan depan", "2021-10-05", "2021-10-05"),
        ("21 September tahun lalu", "2020-09-21", "2020-09-21"),
    ],
)
def test_relative_days_are_seen_from_today(text: str, first: str, last: str) -> None:
    found = read_one(f"Bupati menyampaikannya {text}.")
    assert (found.first, found.last) == (day(first), day(last))
    assert found.said is Said.RELATIVE


@pytest.mark.parametrize(
    ("text", "expected", "role"),
    [
        ("Pelatihan digelar mulai Senin.", "2021-09-27", Role.FROM),
        ("Vaksinasi akan digelar pada Senin.", "2021-09-27", Role.ON),
        ("Berkas diterima paling lambat Jumat.", "2021-09-24", Role.UNTIL),
        ("Aturan berlaku sejak Senin.", "2021-09-20", Role.FROM),
        ("Warga mengungsi sejak pekan lalu.", "2021-09-13", Role.FROM),
        ("Tarif baru mulai besok.", "2021-09-24", Role.FROM),
    ],
)
def test_a_weekday_looks_forward_where_its_words_do(text: str, expected: str, role: Role) -> None:
    found = read_one(text)
    assert (found.first, found.role) == (day(expected), role)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("September 2021", "2021-09-01", "2021-09-30"),
        ("Februari 2024", "2024-02-01", "2024-02-29"),
        ("bulan September", "2021-09-01", "2021-09-30"),
        ("bln agustus", "2021-08-01", "2021-08-31"),
        ("awal Oktober", "2021-10-01", "2021-10-10"),
        ("pertengahan Oktober 2020", "2020-10-11", "2020-10-20"),
        ("akhir Oktober 2021", "2021-10-21", "2021-10-31"),
        ("Desember lalu", "2020-12-01", "2020-12-31"),
        ("tahun 2022", "2022-01-01", "2022-12-31"),
        ("pada 2022", "2022-01-01", "2022-12-31"),
        ("sepanjang 2023", "2023-01-01", "2023-12-31"),
        ("sejak 2019", "2019-01-01", "2019-12-31"),
        ("akhir tahun 2021", "2021-09-01", "2021-12-31"),
        ("awal 2022", "2022-01-01", "2022-04-30"),
        ("akhir tahun", "2021-09-01", "2021-12-31"),
        ("semester I 2021", "2021-01-01", "2021-06-30"),
        ("triwulan III tahun 2021", "2021-07-01", "2021-09-30"),
        ("kuartal kedua tahun ini", "2021-04-01", "2021-06-30"),
    ],
)
def test_months_years_and_their_parts_are_coarse(text: str, first: str, last: str) -> None:
    found = read_one(f"Angka itu dicatat {text}.")
    assert (found.first, found.last, found.said) == (day(first), day(last), Said.COARSE)


@pytest.mark.parametrize(
    "text",
    [
        "Pemilu 2024", "Inmendagri 43/2021", "Nomor 42 Tahun 2021", "UU 14/2008", "12–17 tahun",
        "tahun ke-2", "kelas 5", "31 September 2021", "32/9/2021", "2021-13-01", "29 Februari 2021",
        "saat ini", "kini", "sekarang masih", "setiap Senin", "Senin sampai Jumat", "Senin-Jumat",
        "Senin, Rabu, dan Jumat", "Senin s.d. Jumat, Sabtu-Minggu", "tiap tanggal 5",
        "Jalan 17 Agustus 1945", "Pasar Minggu",
        "Universitas Sebelas Maret", "salat Jumat", "dua minggu", "1/2 dosis", "24/7", "skor 2/3",
        "tahun 1990-an", "sampai 2021 orang", "tahun ajaran 2021/2022", "Nomor 12/9/2021",
        "No. 440/21-09-2021", "0813-5550-1131", "Rp21.092.021", "dekade lalu", "2020-2021",
        "puluhan tahun lalu", "karantina lima hari lalu dites", "ibu Mei", "minggu", "bulan madu",
        "tanggal merah", "level 3", "21.09.2021.1", "lebaran kemarin", "awal mula",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(f"Warga membahas {text}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PPKM Level 3 hingga 20 September 2021", "20 September 2021"),
        ("Level 3-20 September 2021", "September 2021"),
        ("dosis 1 sampai 8 Oktober", "8 Oktober"),
        ("kasus Covid-19 hingga 8 Oktober", "8 Oktober"),
        ("status asesmen 3 sampai 8 Oktober", "8 Oktober"),
        ("kasus Covid-19 September 2021", "September 2021"),
        ("Bab No. 3 hingga 8 Oktober", "8 Oktober"),
        ("PPKM diperpanjang. 14 hingga 20 September", "14 hingga 20 September"),
        ("hotline 021-20 dibuka 8 Oktober", "8 Oktober"),
    ],
)
def test_a_level_or_a_dose_is_not_the_first_day_of_a_period(text: str, expected: str) -> None:
    assert written(text, read_one(text)) == expected


def test_a_weekday_of_another_day_does_not_fit() -> None:
    assert not read_one("pada Rabu, 14 Maret 2024").weekday_fits
    assert not read_one("Senin (13/9) hingga Selasa (15/9)").weekday_fits


def test_a_period_that_ends_before_it_begins_is_left_out() -> None:
    assert read("21 September 2021 hingga 20 September 2021") == []


def test_near_the_ends_of_the_calendar_nothing_fails() -> None:
    text = "kemarin besok pekan lalu, pekan depan tahun lalu tahun depan 900 tahun lalu 1 Mei Senin"
    for today in (date.min, date.max):
        read(text, today)


@pytest.mark.parametrize("part", ["1-", "7", "1/1/", "senin ", "1 sampai ", "tanggal 20 ", "2021-"])
def test_texts_that_only_look_like_dates_are_passed_over(part: str) -> None:
    assert read(part * 3000 + "x") == []


@settings(max_examples=60, deadline=None)
@given(READABLE, st.sampled_from([format_date, format_date_short, format_weekday_date]))
def test_each_formatted_date_reads_back(value: date, form: object) -> None:
    text = f"Pelayanan dibuka {form(value)} di kantor kecamatan."  # type: ignore[operator]
    found = read_one(text)
    assert (found.first, found.last, found.weekday_fits) == (value, value, True)


@settings(max_examples=60, deadline=None)
@given(READABLE, st.integers(1, 500), st.sampled_from(["pada", "mulai", "berlangsung", "PPKM"]))
def test_each_formatted_period_reads_back(start: date, days: int, before: str) -> None:
    try:
        end = start + timedelta(days=days)
    except OverflowError:
        return
    text = f"Vaksinasi {before} {format_period(DatePeriod(start, end))} di kantor desa."
    found = read_one(text)
    assert (found.first, found.last, found.role) == (start, end, Role.WITHIN)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_moments_of_any_words_are_in_order_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    passed = 0
    for found in read(text):
        assert passed <= found.start < found.end <= len(text)
        assert found.outset <= found.start
        assert found.first <= found.last
        passed = found.end
