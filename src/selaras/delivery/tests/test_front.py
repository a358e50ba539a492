"""What the layer before Django answers and lets through, and what it does without a database."""

import gzip
from pathlib import Path

import brotli
import pytest

from selaras.delivery.pages import Pages
from selaras.delivery.store import NotKept
from selaras.delivery.tests.telling import Told
from selaras.delivery.watching.sources import Unreachable
from selaras.pages.tests.making import HOST, article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


class Gone:
    def has_moved(self) -> bool:
        raise Unreachable("moved away")

    def close(self) -> None: ...


@pytest.fixture
def plain() -> None:
    article("biasa")


@pytest.mark.usefixtures("plain")
def test_a_page_in_each_encoding_says_the_same_under_its_own_tag(told: Told) -> None:
    as_it_is = told(HOST, "/biasa/")
    assert as_it_is.headers["Vary"] == "Accept-Encoding"
    assert as_it_is.headers["Cache-Control"].startswith("public, max-age=0, s-maxage=1")
    assert "site-kota-bandung" in as_it_is.headers["Surrogate-Key"].split()
    unpacked = {"br": brotli.decompress, "gzip": gzip.decompress}
    tags = {as_it_is.headers["ETag"]}
    for encoding, unpack in unpacked.items():
        packed = told(HOST, "/biasa/", HTTP_ACCEPT_ENCODING=encoding)
        assert packed.headers["Content-Encoding"] == encoding
        assert int(packed.headers["Content-Length"]) == len(packed.body)
        assert unpack(packed.body) == as_it_is.body
        tags.add(packed.headers["ETag"])
        known = told(HOST, "/biasa/", HTTP_IF_NONE_MATCH=packed.headers["ETag"])
        assert (known.status, known.body) == (304, b"")
    assert len(tags) == 3


@pytest.mark.usefixtures("plain")
def test_head_has_the_headers_and_no_body(told: Told) -> None:
    get, head = told(HOST, "/biasa/"), told(HOST, "/biasa/", method="HEAD")
    assert head.body == b""
    assert head.headers == get.headers


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("asked", ["bytes=0-1", "bytes=9-1", "lines=x", "\xff" * 900])
def test_a_range_is_a_page_all_the_same(told: Told, asked: str) -> None:
    whole = told(HOST, "/biasa/", HTTP_RANGE=asked)
    assert whole.body == told(HOST.upper() + ".", "/biasa/").body


@pytest.mark.usefixtures("plain")
def test_what_stands_behind_the_question_mark_makes_no_other_page(told: Told) -> None:
    first = told(HOST, "/biasa/")
    assert told(HOST, "/biasa/", QUERY_STRING="utm_source=x").body == first.body
    assert told("localhost", "/pengumuman/").status == 200
    assert told("localhost", "/pengumuman/", QUERY_STRING="halaman=2").passed_through


@pytest.mark.parametrize(
    ("host", "path"),
    [
        ("redaksi.localhost", "/admin/"), ("localhost", "/cari/"), ("localhost", "/static/x.css"),
        (HOST, "/lapor/"), ("a b", "/"), ("", "/"), ("\xff", "/"), (HOST, "/umpan/rss.xml"),
    ],
)  # fmt: skip
def test_editors_forms_machines_files_and_nonsense_pass_through(
    told: Told, host: str, path: str
) -> None:
    assert told(host, path).passed_through


def test_other_methods_pass_through(told: Told) -> None:
    assert told(HOST, "/", method="POST").passed_through


def test_what_is_not_there_is_answered_and_not_kept(told: Told, pages: Pages) -> None:
    missing = told(HOST, "/tidak-ada/")
    assert missing.status == 404
    assert "s-maxage" not in missing.headers.get("Cache-Control", "")
    assert told("tidak-ada.localhost", "/").status == 421
    assert pages.store.addresses() == []


@pytest.mark.usefixtures("plain")
def test_without_a_database_pages_are_told_with_their_age(
    told: Told, pages: Pages, tmp_path: Path
) -> None:
    body = told(HOST, "/biasa/").text
    pages.watcher.source = Gone()
    old = told(HOST, "/biasa/")
    assert old.status == 200
    assert int(old.headers["Age"]) >= 1
    assert "Pusat data sedang tidak terjangkau." in old.text
    assert old.text.replace(old.text[old.text.index("<aside class=\"at-rest") :
                                     old.text.index("<main ")], "") == body  # fmt: skip
    absent = told(HOST, "/lain/")
    assert absent.status == 503
    assert absent.headers["Retry-After"] == "5"
    # Another process, which knows only what stands in the file.
    again = Pages(tmp_path, 1 << 20)
    again.watcher.source = Gone()
    assert "Isi." in Told(type(told.front)(told.front.behind, again))(HOST, "/biasa/").text


@pytest.mark.usefixtures("plain")
def test_once_the_database_is_back_pages_are_as_ever(told: Told, pages: Pages) -> None:
    first = told(HOST, "/biasa/")
    working = pages.watcher.source
    pages.watcher.source = Gone()
    assert "Age" in told(HOST, "/biasa/").headers
    pages.watcher.source = working
    back = told(HOST, "/biasa/")
    assert back.body == first.body
    assert "Age" not in back.headers


@pytest.mark.usefixtures("plain")
def test_a_full_disk_costs_speed_and_nothing_else(
    told: Told, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotKept("database or disk is full")

    monkeypatch.setattr(pages.store, "keep", full)
    monkeypatch.setattr(pages.store, "keep_values", full)
    assert "Isi." in told(HOST, "/biasa/").text
