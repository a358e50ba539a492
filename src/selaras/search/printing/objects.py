"""What was found as one object; docs/reference/search-command.md describes it."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from selaras.search.asking import Question
from selaras.search.found import Answer, Corrected, Facets, Found, Marked, Notice, Result, Site


def as_object(question: Question, found: Found, *, explain: bool) -> Mapping[str, Any]:
    """Values that JSON knows; `explain` adds what each score is made of."""
    return {
        "query": question.text,
        "cut": question.cut,
        "region": question.region,
        "filters": _filters(question),
        "answers": [_answer(one) for one in found.answers],
        "notices": [_notice(one) for one in found.notices],
        "corrected": _corrected(found.corrected),
        "unsaid": list(found.unsaid),
        "sites": [_site(one) for one in found.sites],
        "total": found.total,
        "page": found.page,
        "pages": found.pages,
        "results": [_result(one, explain=explain) for one in found.results],
        "facets": _facets(found.facets),
    }


def _filters(question: Question) -> Mapping[str, Any]:
    chosen = question.filters
    return {
        "kinds": sorted(chosen.kinds),
        "region": chosen.region or None,
        "institution": chosen.institution or None,
        "since": _moment(chosen.since),
        "until": _moment(chosen.until),
    }


def _answer(one: Answer) -> Mapping[str, Any]:
    resolved = one.outcome.resolved
    return {
        "type": one.outcome.fact_type.key,
        "state": str(one.outcome.state),
        "label": one.label,
        "value": one.value,
        "region": one.region,
        "region_name": one.region_name,
        "stated_for": resolved.version.region_id if resolved else None,
        "valid_from": _moment(one.since),
        "valid_to": _moment(one.until),
        "validity": one.validity,
        "ended": one.ended,
        "source": one.source,
        "source_url": one.source_url,
        "owner": one.owner,
        "changed": one.changed,
        "page_url": one.page_url,
        "demonstration": one.demonstration,
    }


def _notice(one: Notice) -> Mapping[str, Any]:
    return {
        "kind": str(one.kind),
        "title": one.title,
        "summary": one.summary,
        "url": one.url,
        "institution_name": one.institution_name,
        "since": _moment(one.since),
    }


def _corrected(one: Corrected | None) -> Mapping[str, Any] | None:
    return asdict(one) if one else None


def _site(one: Site) -> Mapping[str, Any]:
    return asdict(one)


def _result(one: Result, *, explain: bool) -> Mapping[str, Any]:
    plain = {
        "key": one.key,
        "kind": str(one.kind),
        **_marked("title", one.title),
        **_marked("excerpt", one.excerpt),
        "url": one.url,
        "institution": one.institution,
        "institution_name": one.institution_name,
        "region": one.region,
        "region_name": one.region_name,
        "dated": _moment(one.dated),
        "superseded": one.superseded,
        "owner": one.owner,
        "copies": one.copies,
        "score": one.scored.score,
    }
    return plain | {"parts": dict(one.scored.parts)} if explain else plain


def _marked(key: str, one: Marked) -> Mapping[str, Any]:
    return {key: one.text, f"{key}_marks": [list(mark) for mark in one.marks]}


def _facets(facets: Facets) -> Mapping[str, Any]:
    return {
        "kinds": [{"kind": str(kind), "count": count} for kind, count in facets.kinds],
        "regions": [
            {"region": code, "name": name, "count": count} for code, name, count in facets.regions
        ],
        "ages": [{"days": days, "count": count} for days, count in facets.ages],
    }


def _moment(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None
