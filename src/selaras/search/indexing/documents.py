"""An entry as a document of the index, with all that a result needs stored beside it."""

import hashlib
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from selaras.language import searching
from selaras.search import schema
from selaras.search.entries import Entry
from selaras.search.indexing.duplicates.clusters import Placed
from selaras.search.ranking import analysis, profile
from selaras.textindex.schema import Document, Value

LEAD_LETTERS, BODY_LETTERS = 400, 1_500
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@cache
def form() -> str:
    """What an index must have been made for, to be right: its fields, and how texts are analysed.

    Whoever changes the analysis, its lists of words included, has every index made anew.
    """
    folder = Path(searching.__file__).parent
    made_of = [*folder.glob("*.py"), *folder.glob("*.txt")]
    made_of += [Path(one) for one in (analysis.__file__, profile.__file__, __file__)]
    found = hashlib.blake2b(digest_size=12)
    for path in sorted(made_of):
        found.update(path.name.encode() + path.read_bytes())
    return f"{schema.ENTRIES.digest}:{found.hexdigest()}"


def document_of(entry: Entry, placed: Placed, areas: tuple[str, ...]) -> Document:
    """`areas` are the codes of its region and of all above it."""
    found = analysis.analyse(entry.title, f"{entry.lead}\n{entry.body}", head=placed.head)
    values: dict[str, Value] = {
        **found.values,
        schema.KIND: entry.kind.value,
        schema.INSTITUTION: entry.institution,
        schema.TOPICS: list(entry.topics),
        schema.REGION: entry.region,
        schema.AREAS: list(areas),
        schema.CLUSTER: placed.cluster,
        schema.HEAD: int(placed.head),
    }
    if entry.dated is not None:
        values[schema.DATED] = (entry.dated.astimezone(UTC) - EPOCH).days
    close = {"profile": found.profile, "title_letters": found.title_letters}
    return Document(entry.key, values, stored_of(entry, placed, areas) | close)


def stored_of(entry: Entry, placed: Placed, areas: tuple[str, ...]) -> dict[str, Any]:
    """What a result needs without the database. `body` is its beginning, for excerpts; `version`
    changes with anything that the document holds, what is analysed of it included.
    """
    return {
        "kind": entry.kind.value,
        "title": entry.title,
        "lead": entry.lead[:LEAD_LETTERS],
        "body": entry.body[:BODY_LETTERS],
        "path": entry.path,
        "on_portal": entry.on_portal,
        "institution": entry.institution,
        "region": entry.region,
        "dated": entry.dated.astimezone(UTC).isoformat() if entry.dated else None,
        "superseded": entry.superseded,
        "owner": entry.owner,
        "topics": list(entry.topics),
        "cluster": placed.cluster,
        "head": placed.head,
        "version": version_of(entry, placed, areas),
    }


def version_of(entry: Entry, placed: Placed, areas: tuple[str, ...]) -> str:
    said = asdict(entry) | {"dated": entry.dated.timestamp() if entry.dated else None}
    whole = repr((form(), said, placed.cluster, placed.head, areas))
    return hashlib.blake2b(whole.encode(), digest_size=12).hexdigest()
