"""Who may reach the screens of the past: whoever may read what that page's institution writes."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict
from selaras.institutions.access import judge_standing
from selaras.pages.policies import publications_for


def _readable(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request)
    if verdict is not Verdict.ALLOWED:
        return verdict
    rows = publications_for(request.user).filter(page_id=kwargs["page_id"])
    return Verdict.ALLOWED if rows.exists() else Verdict.ABSENT


READABLE_PAST = Rule("readable past (page_id)", _readable)
