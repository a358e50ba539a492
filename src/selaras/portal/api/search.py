"""What was found, for programs: the official facts that answer, then texts of all institutions."""

from typing import Any

from django.conf import settings

from selaras.search.asking import Question
from selaras.search.found import Answer, Corrected, Facets, Found, Notice, Result


def as_search(question: Question, found: Found) -> dict[str, Any]:
    """The whole answer. `region` is where the reader is, `00` where that was not said."""
    return {
        "demonstration": settings.DEMONSTRATION,
        "q": question.text,
        "region": question.region,
        "corrected": _corrected(found.corrected),
        "unsaid": list(found.unsaid),
        "notices": [_notice(one) for one in found.notices],
        "answers": [_answer(one) for one in found.answers],
        "sites": [
            {"name": one.name, "region_name": one.region_name, "url": one.url}
            for one in found.sites
        ],
        "results": [_result(one) for one in found.results],
        "total": found.total,
        "page": found.page,
        "pages": found.pages,
        "facets": _facets(found.facets),
    }


def _corrected(corrected: Corrected | None) -> dict[str, Any] | None:
    if corrected is None:
        return None
    return {"typed": corrected.typed, "read": corrected.read, "used": not corrected.asked}


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "kind": notice.kind.value,
        "title": notice.title,
        "summary": notice.summary,
        "url": notice.url,
        "institution_name": notice.institution_name,
        "since": notice.since.isoformat() if notice.since else None,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    """`words` and `validity` as they may be shown; when exactly, with `fact` in the facts' API."""
    resolved = answer.outcome.resolved
    until = resolved.valid_to if resolved else None
    return {
        "fact": answer.outcome.fact_type.key,
        "label": answer.label,
        "state": answer.outcome.state.value,
        "words": answer.value,
        "region": answer.region,
        "region_name": answer.region_name,
        "validity": answer.validity,
        "valid_from": resolved.valid_from.isoformat() if resolved else None,
        "valid_to": until.isoformat() if until else None,
        "ended": answer.ended,
        "changed": answer.changed,
        "source": answer.source,
        "source_url": answer.source_url,
        "owner": answer.owner,
        "url": answer.page_url,
        "tone": answer.tone,
        "demonstration": answer.demonstration,
    }


def _result(result: Result) -> dict[str, Any]:
    """`marks` are places of the words that were found, in code points of the text beside them."""
    return {
        "kind": result.kind.value,
        "title": result.title.text,
        "title_marks": [list(mark) for mark in result.title.marks],
        "excerpt": result.excerpt.text,
        "excerpt_marks": [list(mark) for mark in result.excerpt.marks],
        "url": result.url,
        "institution": {"slug": result.institution, "name": result.institution_name},
        "region": result.region,
        "region_name": result.region_name,
        "dated": result.dated.isoformat() if result.dated else None,
        "superseded": result.superseded,
        "owner": result.owner,
        "copies": result.copies,
    }


def _facets(facets: Facets) -> dict[str, Any]:
    return {
        "kinds": [{"kind": kind.value, "count": count} for kind, count in facets.kinds],
        "regions": [
            {"region": code, "name": name, "count": count} for code, name, count in facets.regions
        ],
        "days": [{"days": days, "count": count} for days, count in facets.ages],
    }
