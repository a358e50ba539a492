"""What the embedded engine promises beyond the contract: one writer, many readers, no loss."""

import json
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from engines.library import ALL, BOOKS, LIBRARY, SHELF, book
from selaras.textindex.embedded.index import EmbeddedIndex
from selaras.textindex.errors import Busy, EngineError, Unavailable
from selaras.textindex.queries import Between, Everything, Term
from selaras.textindex.schema import Field, Kind, Schema

EVERY = Everything()
OTHER = Schema(LIBRARY.name, (*LIBRARY.fields, Field("more", Kind.KEYWORD)))


def filled(folder: Path) -> EmbeddedIndex:
    index = EmbeddedIndex(folder, LIBRARY)
    with index.rebuilding() as writer:
        writer.put(BOOKS)
    return index


def ids(index: EmbeddedIndex) -> list[str]:
    return [hit.id for hit in index.snapshot().search(EVERY, limit=50).hits]


def generations(folder: Path) -> int:
    return sum(path.is_dir() for path in (folder / LIBRARY.name).iterdir())


def test_a_snapshot_stays_as_it_was_whatever_is_written(tmp_path: Path) -> None:
    index = filled(tmp_path)
    snapshot = index.snapshot()

    def told() -> list[object]:
        return [
            snapshot.search(Term("text", "kota"), limit=9, count=True),
            snapshot.newest(EVERY, "day", limit=9),
            snapshot.facets(EVERY, ["kind"]),
            snapshot.terms("places", most=9),
            snapshot.documents(ALL),
            sorted(snapshot.everything(), key=str),
            snapshot.statistics().documents,
        ]

    before = told()
    for round_ in range(2):
        with index.writing() as writer:
            writer.drop(["a", "b"])
            writer.put([book(f"c{round_}", "kota lain", kind="baru")])
        with index.rebuilding() as writer:
            writer.put([book("x", "kota", kind="lain")])
    index.close()
    assert generations(tmp_path) == 1
    assert told() == before
    assert ids(index) == ["x"]


def test_only_one_process_writes_until_it_closes(tmp_path: Path) -> None:
    first, second = filled(tmp_path), EmbeddedIndex(tmp_path, LIBRARY)
    for way in (second.writing, second.rebuilding):
        with pytest.raises(Busy), way():
            pytest.fail("two write")
    assert ids(second) == ALL
    first.close()
    with second.writing() as writer:
        writer.drop(["a"])
    with pytest.raises(Busy), first.writing():
        pytest.fail("two write")
    assert ids(first) == ALL[1:]
    second.close()


def test_only_one_thread_writes_and_its_writer_ends_with_it(tmp_path: Path) -> None:
    index = filled(tmp_path)
    refused: list[EngineError] = []

    def write() -> None:
        try:
            with index.writing():
                pytest.fail("two write")
        except Busy as error:
            refused.append(error)

    with index.writing() as writer:
        another = threading.Thread(target=write)
        another.start()
        another.join()
    assert len(refused) == 1
    index.close()
    with pytest.raises(Unavailable):
        writer.put(BOOKS)


@pytest.mark.parametrize("way", ["writing", "rebuilding"])
def test_a_writer_killed_at_any_moment_loses_nothing_that_was_kept(
    tmp_path: Path, way: str
) -> None:
    script = str(Path(__file__).with_name("writing_until_killed.py"))
    random.seed(way)
    kept = -1
    for _ in range(3):
        asked = json.dumps(["", str(tmp_path), way, kept + 1])
        with subprocess.Popen(
            [sys.executable, script, asked], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            kept = int(writer.stdout.readline())
            time.sleep(random.uniform(0, 0.06))  # noqa: S311
            writer.kill()
            kept = max([kept, *map(int, writer.stdout.read().split())])
        assert writer.returncode == -signal.SIGKILL
        index = EmbeddedIndex(tmp_path, LIBRARY)
        snapshot = index.snapshot()
        counts = [
            snapshot.search(Between("day", shelf, shelf), limit=0, count=True).total
            for shelf in range(kept + 2)
        ]
        # The shelf after the last one told may have been kept without being told; whole, if so.
        alone = way == "rebuilding"
        assert counts in (
            [0 if alone else SHELF] * kept + [SHELF, 0],
            [0 if alone else SHELF] * (kept + 1) + [SHELF],
        )
        kept += counts[-1] == SHELF
        with index.writing() as own:
            own.put([book("after", "sesudah")])
        assert len(list(index.snapshot().everything())) == sum(map(bool, counts)) * SHELF + 1
        with index.writing() as own:
            own.drop(["after"])
        index.close()
        assert generations(tmp_path) == 1


def test_another_schema_begins_empty_and_the_older_one_answers_until_it_is_filled(
    tmp_path: Path,
) -> None:
    older = filled(tmp_path)
    older.close()
    newer = EmbeddedIndex(tmp_path, OTHER)
    assert (newer.fresh, newer.snapshot().statistics().documents) == (True, 0)
    with newer.writing() as writer:
        writer.put([book("n", "baru", more="ya")])
    assert (newer.fresh, ids(newer), ids(older)) == (True, ["n"], ALL)
    with newer.rebuilding() as writer:
        writer.put([book("n", "baru", more="ya"), *BOOKS])
    assert (newer.fresh, ids(newer)) == (False, [*ALL, "n"])
    assert (older.fresh, ids(older)) == (True, [])
    assert generations(tmp_path) == 1
    newer.close()


def test_the_order_of_fields_does_not_matter(tmp_path: Path) -> None:
    filled(tmp_path).close()
    turned = EmbeddedIndex(tmp_path, Schema(LIBRARY.name, LIBRARY.fields[::-1]))
    found = turned.snapshot().search(Term("title", "paspor"), limit=9).hits
    assert {hit.id for hit in found} == {"c", "d"}
    with turned.writing() as writer:
        writer.put([book("g", "paspor", kind="baru")])
    assert turned.snapshot().terms("kind", "b", most=9) == [("berita", 3), ("baru", 1)]
    turned.close()


@pytest.mark.parametrize("damage", ["removed", "described wrongly", "pointed at nothing"])
def test_a_damaged_index_says_so_and_is_made_anew(tmp_path: Path, damage: str) -> None:
    index = filled(tmp_path)
    index.close()
    own = tmp_path / LIBRARY.name
    if damage == "removed":
        next(own.glob("*-1/meta.json")).unlink()
    elif damage == "described wrongly":
        next(own.glob("*-1/meta.json")).write_text("{", encoding="ascii")
    else:
        next(own.glob("*.current")).write_text("7", encoding="ascii")
    index = EmbeddedIndex(tmp_path, LIBRARY)
    assert index.fresh
    if damage == "described wrongly":
        with pytest.raises(Unavailable):
            index.snapshot()
    else:
        assert ids(index) == []
    with index.rebuilding() as writer:
        writer.put(BOOKS)
    assert (index.fresh, ids(index), generations(tmp_path)) == (False, ALL, 1)
    index.close()


def test_what_is_stored_is_packed_loosely_after_every_commit(tmp_path: Path) -> None:
    index = filled(tmp_path)
    with index.writing() as writer:
        writer.put([book("more", "lagi")])
    told = next((tmp_path / LIBRARY.name).glob("*-1/meta.json")).read_text(encoding="utf-8")
    assert json.loads(told)["index_settings"]["docstore_blocksize"] == 2_048


@pytest.mark.parametrize("name", ["id", "_stored", "_share", ""])
def test_a_field_whose_name_is_taken_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        EmbeddedIndex(tmp_path, Schema("other", (Field(name, Kind.KEYWORD),)))
