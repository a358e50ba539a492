"""The rule for one report of a citizen."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict
from selaras.institutions.access import judge_standing
from selaras.pages.policies import HANDLING, reports_for


def _own(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request, *HANDLING)
    if verdict is not Verdict.ALLOWED:
        return verdict
    found = reports_for(request.user).filter(pk=kwargs["pk"])
    return Verdict.ALLOWED if found.exists() else Verdict.ABSENT


OWN_REPORT = Rule("own report", _own)
