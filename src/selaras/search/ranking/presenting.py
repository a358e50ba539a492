"""Results as readers see them: names, addresses, what was found marked in title and excerpt."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Institution, Region
from selaras.language.searching.stems import stem
from selaras.language.searching.words import words_of
from selaras.search import schema
from selaras.search.entries import Kind
from selaras.search.found import Marked, Result
from selaras.search.ranking.choosing import Ranked
from selaras.search.ranking.features import Sought
from selaras.textindex.contract import Snapshot
from selaras.textindex.highlighting import Mark, excerpt
from selaras.textindex.queries import Keyword

LETTERS = 220  # of an excerpt
_OPEN_END = re.compile(r"(?<=[^\s.!?:;,])\n+")


def presented(snapshot: Snapshot, ranked: Sequence[Ranked], sought: Sought) -> list[Result]:
    """Two queries of the database and one of the index, however many results there are."""
    stored = [one.hit.stored for one in ranked]
    bodies = {
        one.slug: one
        for one in Institution.objects.filter(slug__in={row["institution"] for row in stored})
    }
    regions = Region.objects.in_bulk({row["region"] for row in stored})
    copies = _copies(snapshot, {row["cluster"] for row in stored if row["cluster"]})
    stems = {stem: part.rarity for part in sought.parts for stem in part.stems}
    return [
        _result(one, bodies, regions, copies, stems)
        for one in ranked
        if one.hit.stored["institution"] in bodies and one.hit.stored["region"] in regions
    ]


def _copies(snapshot: Snapshot, clusters: Collection[str]) -> Mapping[str, int]:
    if not clusters:
        return {}
    same = Keyword(schema.CLUSTER, sorted(clusters))
    counted = snapshot.facets(same, [schema.CLUSTER], most=len(clusters))
    return dict(counted.values[schema.CLUSTER])


def _result(
    ranked: Ranked,
    bodies: Mapping[str, Institution],
    regions: Mapping[str, Region],
    copies: Mapping[str, int],
    stems: Mapping[str, float],
) -> Result:
    stored = ranked.hit.stored
    body = bodies[stored["institution"]]
    whole = _text(stored)
    text, marks = excerpt(whole, _marks(whole, stems), letters=LETTERS)
    title = stored["title"]
    return Result(
        key=ranked.hit.id,
        kind=Kind(stored["kind"]),
        title=Marked(title, [(one.start, one.end) for one in _marks(title, stems)]),
        excerpt=Marked(text, marks),
        url=f"{portal_url() if stored['on_portal'] else body.url}{stored['path'] or '/'}",
        institution=body.slug,
        institution_name=body.short_name,
        region=stored["region"],
        region_name=regions[stored["region"]].full_name,
        dated=datetime.fromisoformat(stored["dated"]) if stored["dated"] else None,
        superseded=stored["superseded"],
        owner=stored["owner"],
        copies=max(0, copies.get(stored["cluster"], 1) - 1),
        scored=ranked.scored,
    )


def _text(stored: Mapping[str, Any]) -> str:
    """In one line: headings and items of lists, which end without a stop, are kept apart."""
    lead: str = stored["lead"]
    body: str = stored["body"]
    whole = body if lead and body.startswith(lead) else f"{lead}\n{body}".strip()
    return _OPEN_END.sub(" · ", whole).replace("\n", " ")


def _marks(text: str, stems: Mapping[str, float]) -> list[Mark]:
    """Each word whose stem was asked for, as heavy as it is rare."""
    found = []
    for word in words_of(text):
        base = stem(word.folded)
        if base in stems:
            found.append(Mark(word.start, word.end, stems[base], base))
    return found
