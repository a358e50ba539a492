"""Who may reach the screens about people."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import OPEN, Rule, Verdict, state
from selaras.institutions.access import MEMBER, holding, judge_object, judge_standing
from selaras.institutions.models import Institution, Membership
from selaras.institutions.standing import standing_of

Role = Membership.Role


def _institution(kwargs: dict[str, Any]) -> int | None:
    found = Institution.objects.filter(slug=kwargs.get("slug"))
    return found.values_list("pk", flat=True).first()


def _manages(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    return _judge(request, kwargs, Role.ADMINISTRATOR)


def _belongs(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    return _judge(request, kwargs)


def _judge(request: HttpRequest, kwargs: dict[str, Any], *roles: str) -> Verdict:
    """The platform's administrators stand in for those of every institution."""
    verdict = judge_standing(request)
    if verdict is not Verdict.ALLOWED:
        return verdict
    institution, standing = _institution(kwargs), standing_of(request.user)
    if institution is not None and standing.is_platform:
        return Verdict.ALLOWED
    return judge_object(standing, institution, *roles)


MANAGES = Rule("administrator of the institution", _manages)
BELONGS = Rule("member of the institution", _belongs)


def state_all() -> None:
    state(OPEN, "invitation")
    state(MEMBER, *_people("first_steps put_away tick_off readers_index"))
    state(holding(Role.ADMINISTRATOR, Role.PLATFORM), "people:index")
    names = "institution invite renew revoke person grant end period move factors"
    state(MANAGES, *_people(names))
    state(BELONGS, "people:readers")
    state(holding(Role.PLATFORM), *_people("oversights oversee end_oversight"))


def _people(names: str) -> list[str]:
    return [f"people:{name}" for name in names.split()]
