"""The description of a count, in YAML, with every mistake at its line."""

from datetime import date

import pytest

from selaras.tallies.errors import InvalidHead
from selaras.tallies.head import LARGEST, read_head
from selaras.tallies.tests.counting import topic_of_kpu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

HEAD = """\
selaras: tally/1
slug: uji-2026
title: Pemilihan Uji 2026
short_title: Uji 2026
publisher: kpu
source_name: Komisi Uji
options:
  "01":
    column: paslon_01_ani
    name: Ani Lengkap
    short: Ani
  02:
    column: paslon_02_budi
    name: Budi Lengkap
    short: Budi
"""


def refusal(text: str | bytes) -> str:
    with pytest.raises(InvalidHead) as refused:
        read_head(text if isinstance(text, bytes) else text.encode())
    return str(refused.value)


def test_a_short_description_is_enough() -> None:
    found = read_head(HEAD.encode())
    assert (found.slug, found.publisher.slug, found.region.pk) == ("uji-2026", "kpu", "00")
    assert (found.topic, found.decided_on, found.instrument) == (None, None, "")
    assert [(one.key, one.short) for one in found.options] == [("01", "Ani"), ("02", "Budi")]


def test_everything_that_can_be_said_is_read() -> None:
    topic = topic_of_kpu()
    more = (
        "topic: pemilu-uji\nfact_prefix: uji2026\nsource_url: https://contoh.go.id/\n"
        "instrument: Keputusan 1\ndecided_on: 20 Maret 2026\nregion: Jawa Barat\n"
    )
    found = read_head((HEAD + more).encode())
    assert (found.topic, found.fact_prefix, found.region.pk) == (topic, "uji2026", "32")
    assert (found.source_url, found.decided_on) == ("https://contoh.go.id/", date(2026, 3, 20))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("tally/1", "tally/2", "Baris 1: Versi format ini tidak dikenal."),
        ("slug: uji-2026", "slug: Uji 2026", 'Baris 2: "Uji 2026" tidak dapat dipakai'),
        ("publisher: kpu", "publisher: tidak-ada", 'Baris 5: Instansi "tidak-ada" tidak ada.'),
        ("title: Pemilihan Uji 2026\n", "", 'Isian "title" belum ada.'),
        ("title: Pemilihan", f"title: {'a' * 201}", 'Baris 3: Isian "title" lebih dari 200 huruf.'),
        ("slug:", "judul: x\nslug:", 'Baris 2: Isian "judul" tidak dikenal.'),
        ("slug:", "selaras: tally/1\nslug:", 'Baris 2: Isian "selaras" ada dua kali.'),
        ("options:", "decided_on: 31 Februari 2026\noptions:", "Baris 7: Tanggal 31 Februari 2026"),
        ("options:", "source_url: javascript:x\noptions:", "bukan alamat situs"),
        ("options:", "topic: tidak-ada\noptions:", 'Topik "tidak-ada" tidak ada.'),
        ("options:", "region: Atlantis\noptions:", 'Wilayah "Atlantis" tidak dikenal.'),
        ("options:", "region: Kota Bandung\noptions:", "bukan negara atau provinsi"),
        ("  02:", '  "01":', 'Isian "01" ada dua kali.'),
        ("  02:", "  Dua!:", 'Baris 13: Kunci pilihan "Dua!" tidak wajar.'),
        ("short: Budi", "short: ANI", 'Nama pilihan "02" sudah dipakai.'),
        ("    short: Budi\n", "", 'Isian "short" belum ada.'),
        ("short: Budi", "short: [a, b]", 'Isian "short" belum ada.'),
        ("    column: paslon_01_ani", "   column: x", "Susunan YAML tidak terbaca"),
        (HEAD, "options: [a]", 'Isian "options" belum ada.'),
        (HEAD, "- a", "seharusnya ada baris nama: nilai"),
        (HEAD, "a: *b", "Susunan YAML tidak terbaca"),
        (HEAD, "[" * 50_000, "Susunan YAML"),
        (HEAD, "# kosong", "seharusnya ada baris nama: nilai"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, words: str) -> None:
    assert old in HEAD
    assert words in refusal(HEAD.replace(old, new, 1))


def test_all_mistakes_are_told_at_once() -> None:
    told = refusal(HEAD.replace("publisher: kpu", "publisher: x").replace("slug: uji", "slug: U J"))
    assert 'Instansi "x"' in told
    assert "tidak dapat dipakai sebagai slug" in told


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"a\0", b"\x80", b"x" * (LARGEST + 1)])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert "Berkas rekapitulasi tidak dapat dibaca." in refusal(data)


def test_a_topic_needs_a_beginning_for_its_facts() -> None:
    topic_of_kpu()
    assert 'Isian "fact_prefix" belum ada.' in refusal(f"{HEAD}topic: pemilu-uji\n")
