"""The file of kept pages is a cache: whatever happens to it, pages are made again."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from selaras.delivery.kept import Kept
from selaras.delivery.store import FORMAT, NotKept, Store
from selaras.pages.band import BandSlot

PAGE = Kept(
    host="a.localhost", path="/berita/", release="1", epoch=7, made_at=1_000.5,
    keys=frozenset({"site:a", "country"}), any_query=True, status=200,
    headers=(("Content-Type", "text/html"),), pieces=(b"<p>", "é</p>".encode()),
    slots=(BandSlot("32.73", "id"),),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "pages.sqlite3")
    made.keep(PAGE)
    yield made
    made.close()


def test_what_is_kept_comes_back_the_same(store: Store) -> None:
    assert store.page("a.localhost", "/berita/") == PAGE
    assert store.page("a.localhost", "/lain/") is None
    assert store.needing({"site:a", "site:b"}) == [("a.localhost", "/berita/")]
    store.keep(replace(PAGE, keys=frozenset({"site:b"})))
    assert store.needing({"site:a"}) == []


def test_a_page_that_was_altered_in_the_file_is_forgotten(store: Store) -> None:
    with sqlite3.connect(store.path) as rows:
        rows.execute("UPDATE page SET body = substr(body, 2)")
    assert store.page("a.localhost", "/berita/") is None
    assert store.addresses() == []


@pytest.mark.parametrize("kept_bytes", [0, 50, 5_000])
def test_a_file_that_was_cut_is_made_anew(store: Store, kept_bytes: int) -> None:
    store.close()
    with store.path.open("r+b") as file:
        file.truncate(kept_bytes)
    for _ in range(2):  # whoever finds it so throws it away
        try:
            assert store.page("a.localhost", "/berita/") is None
        except NotKept:
            continue
    store.keep(PAGE)
    assert store.page("a.localhost", "/berita/") == PAGE


def test_a_file_of_another_form_is_thrown_away(store: Store) -> None:
    store.close()
    with sqlite3.connect(store.path) as rows:
        rows.execute(f"PRAGMA user_version = {FORMAT + 1}")
    assert store.page("a.localhost", "/berita/") is None
    store.keep(PAGE)
    assert store.page("a.localhost", "/berita/") == PAGE


def test_a_folder_that_cannot_be_written_is_said_once_and_not_an_error_of_ours(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    store = Store(tmp_path / "file" / "pages.sqlite3")
    with pytest.raises(NotKept):
        store.page("a.localhost", "/")
    with pytest.raises(NotKept):
        store.keep(PAGE)
