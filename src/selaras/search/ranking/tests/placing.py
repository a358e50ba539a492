"""Entries in a small index, and questions put to it, without a database."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from selaras.language.searching.spelling import Speller
from selaras.language.searching.synonyms import Thesaurus
from selaras.search import schema
from selaras.search.asking import Question
from selaras.search.entries import Entry, Kind
from selaras.search.indexing.documents import document_of
from selaras.search.indexing.duplicates.clusters import Placed
from selaras.search.ranking.choosing import Chosen, Ranking, choose
from selaras.search.ranking.facets import counts_of
from selaras.search.ranking.reading import Read, read_question
from selaras.search.ranking.standing import Place
from selaras.search.signals import DEFAULTS
from selaras.textindex.contract import Snapshot
from selaras.textindex.opening import open_index

BANDUNG, JABAR, COUNTRY, SURABAYA = "32.73", "32", "00", "35.78"
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
GROUPS = [("ktp", "kartu tanda penduduk"), ("bansos", "bantuan sosial")]

Placing = tuple[Entry, Placed]


def entry(number: int, title: str, body: str = "", **fields: Any) -> Placing:
    """`cluster` and `head` say of which near-duplicates it is one; else it is its own."""
    cluster, head = fields.pop("cluster", f"page:{number}"), fields.pop("head", True)
    given: dict[str, Any] = {
        "kind": Kind.INFORMATION,
        "lead": "",
        "path": f"/{number}/",
        "institution": "kota-bandung",
        "region": BANDUNG,
        "dated": NOW - timedelta(days=number),
    }
    made = Entry(key=f"page:{number}", title=title, body=body, **(given | fields))
    return made, Placed(cluster, head)


def areas(region: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((region, region.partition(".")[0], COUNTRY)))


def filled(folder: Path, entries: Sequence[Placing]) -> Snapshot:
    index = open_index("", schema.ENTRIES, folder=folder)
    with index.writing() as writer:
        writer.put([document_of(one, placed, areas(one.region)) for one, placed in entries])
    return index.snapshot()


def read_as(text: str, vocabulary: Mapping[str, int] | None = None) -> Read:
    """With a vocabulary its spelling is mended from that."""
    return read_question(text, Thesaurus(GROUPS), Speller(vocabulary) if vocabulary else None)


def ranking(own: str = BANDUNG, **fields: Any) -> Ranking:
    above = frozenset(areas(own)) - {own}
    given: dict[str, Any] = {
        "weights": DEFAULTS,
        "place": Place(frozenset({own} - {COUNTRY}), above or frozenset({COUNTRY})),
        "topics": frozenset(),
        "clicks": lambda keys: {},
        "now": NOW,
    }
    return Ranking(**(given | fields))


def chosen(snapshot: Snapshot, question: Question, by: Ranking | None = None) -> Chosen:
    return choose(snapshot, read_as(question.text), question, by or ranking(question.region))


def total(snapshot: Snapshot, question: Question) -> int:
    return counts_of(snapshot, chosen(snapshot, question).query, question).total


def keys(found: Chosen) -> list[int]:
    return [int(one.hit.id.partition(":")[2]) for one in found.ranked]
