"""Who may reach the screens of objections."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict, state
from selaras.facts.models import Objection
from selaras.facts.objections.policies import may_read
from selaras.facts.objections.roles import ANSWERING, FILING
from selaras.institutions.access import MEMBER, holding, judge_object, judge_standing
from selaras.institutions.standing import standing_of


def _found(kwargs: dict[str, Any]) -> Objection | None:
    rows = Objection.objects.select_related("fact_type__topic")
    return rows.filter(pk=kwargs["pk"]).first()


def _readable(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request)
    if verdict is not Verdict.ALLOWED:
        return verdict
    found = _found(kwargs)
    seen = found is not None and may_read(request.user, found)
    return Verdict.ALLOWED if seen else Verdict.ABSENT


def _own(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request, *FILING)
    if verdict is not Verdict.ALLOWED:
        return verdict
    found = _found(kwargs)
    objector = found.objector_id if found else None
    return judge_object(standing_of(request.user), objector, *FILING)


def _to_own_fact(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request, *ANSWERING)
    if verdict is not Verdict.ALLOWED:
        return verdict
    found = _found(kwargs)
    owner = found.fact_type.topic.owner_id if found else None
    return judge_object(standing_of(request.user), owner, *ANSWERING)


READABLE = Rule("readable objection", _readable)
OWN = Rule("own objection", _own)
TO_OWN_FACT = Rule("objection to an own fact", _to_own_fact)


def state_all() -> None:
    state(MEMBER, "objections:list")
    state(holding(*sorted(FILING)), "objections:choose", "objections:file")
    state(READABLE, "objections:show")
    state(OWN, "objections:withdraw")
    state(TO_OWN_FACT, "objections:answer")
