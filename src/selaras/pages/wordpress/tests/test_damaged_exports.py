"""What is wrong with a file is said with its place, before anything is written."""

from pathlib import Path

import pytest

from selaras.pages.wordpress.errors import UnreadableExport
from selaras.pages.wordpress.reading import open_export
from selaras.pages.wordpress.tests.old_site import EXPORT, export_of, post

BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def refusal(data: bytes, folder: Path) -> str:
    path = folder / "ekspor.xml"
    path.write_bytes(data)
    with pytest.raises(UnreadableExport) as caught, open_export(path) as export:
        list(export.items())
    return str(caught.value)


def test_a_truncated_file_names_the_line_and_the_last_whole_item(tmp_path: Path) -> None:
    whole = EXPORT.read_bytes()
    cut = whole[: whole.index(b"Posko dibuka setiap hari")]
    said = refusal(cut, tmp_path)
    assert f"Baris {cut.count(10) + 1}" in said
    assert 'terpotong sesudah "Banjir Surut, Warga Kembali ke Rumah"' in said


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_file_that_ends_anywhere_is_called_truncated(share: float, tmp_path: Path) -> None:
    whole = EXPORT.read_bytes()
    said = refusal(whole[: int(len(whole) * share)], tmp_path)
    assert "terpotong" in said


def test_an_entity_that_xml_does_not_know_names_its_line(tmp_path: Path) -> None:
    said = refusal(export_of(post(1), "<item><title>A&nbsp;B</title></item>"), tmp_path)
    assert "Baris 7" in said
    assert "&nbsp;" in said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Berkas kosong"),
        (b"\n \n", "Berkas kosong"),
        (b"PK\x03\x04 apa pun", "kemasan ZIP"),
        (b"\x1f\x8b\x08", "kemasan GZIP"),
        (export_of(post(1)).decode().encode("utf-16"), "bukan UTF-8"),
        (export_of(post(1)).replace(b"UTF-8", b"X-ANEH"), "Pengodean"),
        (b"<rss><channel><title>Umpan</title></channel></rss>", "bukan ekspor WordPress"),
        (b"<html><p>Masuk dahulu</p></html>", "bukan ekspor WordPress"),
        (export_of(post(1), version="3.0"), "Versi ekspor 3.0"),
        (export_of(post(1)).replace(b"Isi.", b"\xff\xfe"), "bukan UTF-8"),
        (export_of(post(1)).replace(b"</title><link>", b"</judul><link>"), "Tag penutup"),
        (export_of("<item><title>&#8;</title></item>"), "dilarang XML"),
        (export_of(post(1)) + b"<br />Warning: mysql", "sesudah akhir ekspor"),
        (b"<br />\nWarning: mysql\n" + export_of(post(1)), "sesudah akhir ekspor"),
        (export_of("<item><media:x>a</media:x></item>"), "awalan nama"),
        (export_of("<item><title>&b;</title></item>", head=BOMB), "definisi entitas"),
        (export_of("<item><title>&x;</title></item>", head=OUTSIDE), "definisi entitas"),
        (b"bukan xml", "bukan XML"),
    ],
)
def test_every_kind_of_damage_has_a_sentence_of_its_own(
    data: bytes, said: str, tmp_path: Path
) -> None:
    assert said in refusal(data, tmp_path)
