"""Who reaches the routes of joint releases: whoever writes or decides for the institution."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict, state
from selaras.institutions.access import holding, judge_object, judge_standing
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.models import Release


def _own(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request, *WRITING)
    if verdict is not Verdict.ALLOWED:
        return verdict
    owner = Release.objects.filter(pk=kwargs["pk"]).values_list("institution", flat=True).first()
    return judge_object(standing_of(request.user), owner, *WRITING) if owner else Verdict.ABSENT


OWN_RELEASE = Rule("own release (pk)", _own)


def state_all() -> None:
    state(holding(*sorted(WRITING)), "releases:list", "releases:new")
    state(OWN_RELEASE, "releases:show", "releases:edit")
