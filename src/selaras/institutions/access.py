"""Rules for routes by what somebody holds: any role, one of some roles, or nothing at all."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict
from selaras.institutions.models import Institution, Membership
from selaras.institutions.standing import Standing, standing_of

MOST_DIGITS = 18


def judge_standing(request: HttpRequest, *roles: str) -> Verdict:
    """Sign in first; then one of these roles somewhere, today (without roles: any)."""
    if not request.user.is_authenticated:
        return Verdict.SIGN_IN
    standing = standing_of(request.user)
    allowed = standing.holds_anywhere(*roles) if roles else standing.may_enter
    return Verdict.ALLOWED if allowed else Verdict.FORBIDDEN


def judge_object(standing: Standing, institution: int | None, *roles: str) -> Verdict:
    """What is foreign is not there; what is one's own needs one of the roles."""
    if not standing.holds(institution):
        return Verdict.ABSENT
    return Verdict.ALLOWED if standing.holds(institution, *roles) else Verdict.FORBIDDEN


def is_key(text: str) -> bool:
    """Whether a text from a request may be a row's key: databases fail on longer numbers."""
    return text.isdecimal() and len(text) <= MOST_DIGITS


def strictest(verdicts: Iterable[Verdict]) -> Verdict:
    """What is answered where several objects are named: the first that is not hers decides."""
    found = set(verdicts)
    order = (Verdict.ABSENT, Verdict.FORBIDDEN)
    return next((verdict for verdict in order if verdict in found), Verdict.ALLOWED)


def _member(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    return judge_standing(request)


MEMBER = Rule("member", _member)


@cache
def own_institution(*roles: Membership.Role) -> Rule:
    """The institution that the address names by its slug, for whoever holds one of the roles."""

    def judge(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
        verdict = judge_standing(request, *roles)
        if verdict is not Verdict.ALLOWED:
            return verdict
        found = Institution.objects.filter(slug=kwargs["slug"]).values_list("pk", flat=True)
        return judge_object(standing_of(request.user), found.first(), *roles)

    return Rule(f"own institution ({', '.join(sorted(roles))})", judge)


@cache
def holding(*roles: Membership.Role) -> Rule:
    """Whoever holds one of these roles in some institution."""

    def judge(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
        return judge_standing(request, *roles)

    return Rule("holds " + " or ".join(sorted(roles)), judge)
