"""Rules for the routes of redirects."""

from functools import cache
from typing import Any

from django.http import HttpRequest
from wagtail.contrib.redirects.models import Redirect

from selaras.accounts.access import Rule, Verdict
from selaras.institutions.access import judge_object, judge_standing
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.access.rules import judge_pages
from selaras.pages.tenancy.redirects.policies import KEEPERS


@cache
def own_redirect(argument: str | None = None, *, posted: bool = False) -> Rule:
    """A redirect of an own site; where something is sent, it leads to an own page."""

    def judge(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
        verdict = judge_standing(request, *KEEPERS)
        if verdict is Verdict.ALLOWED and argument is not None:
            kept = Redirect.objects.filter(pk=kwargs[argument])
            owner = kept.values_list("site__institution", flat=True).first()
            verdict = judge_object(standing_of(request.user), owner, *KEEPERS)
        target = request.POST.get("redirect_page", "")
        if verdict is Verdict.ALLOWED and posted and target:
            verdict = judge_pages(request, [target], WRITING | KEEPERS)
        return verdict

    return Rule("own redirect", judge)
