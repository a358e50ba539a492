"""Who reaches the screens of the search."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict, state
from selaras.institutions.access import MEMBER, holding, judge_standing
from selaras.institutions.models import Membership
from selaras.search.policies import may_see_asked

PREFIX = "search_admin"


def _sees(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request)
    if verdict is not Verdict.ALLOWED:
        return verdict
    return Verdict.ALLOWED if may_see_asked(request.user) else Verdict.FORBIDDEN


SEES_ASKED = Rule("sees what is asked", _sees)


def state_all() -> None:
    state(MEMBER, *_routes("explain"))
    state(SEES_ASKED, *_routes("asked asked_export"))
    state(
        holding(Membership.Role.PLATFORM),
        *_routes("signals synonyms synonyms_add synonyms_edit"),
    )


def _routes(names: str) -> list[str]:
    return [f"{PREFIX}:{name}" for name in names.split()]
