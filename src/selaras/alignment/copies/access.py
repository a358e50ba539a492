"""Who reaches the screen of a copy."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict, state
from selaras.alignment.copies.policies import may_look
from selaras.alignment.models import StoredCopy
from selaras.institutions.access import is_key, judge_standing
from selaras.institutions.standing import WRITING, standing_of


def _look(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request, *WRITING)
    if verdict is not Verdict.ALLOWED:
        return verdict
    found = StoredCopy.objects.select_related("text", "announcement")
    key = kwargs["copy"]
    copy = found.filter(pk=key).first() if is_key(str(key)) else None
    seen = copy is not None and may_look(standing_of(request.user), copy)
    return Verdict.ALLOWED if seen else Verdict.ABSENT


LOOK = Rule("copy in an own text or of an own announcement", _look)


def state_all() -> None:
    state(LOOK, "copies:show")
