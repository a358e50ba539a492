"""Who reaches the routes of instructions."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict, state
from selaras.announcements.instructing.policies import FOLLOWING, PREPARING
from selaras.announcements.instructing.queries import SEEING
from selaras.announcements.models import Addressee, Instruction
from selaras.institutions.access import holding, is_key, judge_object, judge_standing
from selaras.institutions.standing import standing_of

Owner = Callable[[dict[str, Any]], int | None]


def _issuer(kwargs: dict[str, Any]) -> int | None:
    """Of the instruction; what else the address names must belong to it."""
    found = Instruction.objects.filter(pk=kwargs["instruction"])
    if "row" in kwargs:
        found = found.filter(addressees=kwargs["row"])
    if "inquiry" in kwargs:
        found = found.filter(addressees__inquiries=kwargs["inquiry"])
    return found.values_list("issuer", flat=True).first()


def _receiver(kwargs: dict[str, Any]) -> int | None:
    found = Addressee.objects.filter(pk=kwargs["addressee"])
    return found.values_list("institution", flat=True).first()


@cache
def _own(what: str, owner_of: Owner, *roles: str) -> Rule:
    def judge(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
        verdict = judge_standing(request, *roles)
        if verdict is not Verdict.ALLOWED:
            return verdict
        numbers = (str(value) for value in kwargs.values() if isinstance(value, int))
        owner = owner_of(kwargs) if all(map(is_key, numbers)) else None
        return judge_object(standing_of(request.user), owner, *roles) if owner else Verdict.ABSENT

    return Rule(f"own {what} ({', '.join(sorted(roles))})", judge)


def state_all() -> None:
    seeing, following = sorted(SEEING), sorted(FOLLOWING)
    state(holding(*seeing), *_routes("received sent"))
    state(holding(*sorted(PREPARING)), *_routes("new"))
    state(_own("instruction", _issuer, *seeing), *_routes("show board row"))
    state(_own("instruction", _issuer, *sorted(PREPARING)), *_routes("edit"))
    state(
        _own("instruction", _issuer, *following),
        *_routes("remind export answer ask_again cancel"),
    )
    state(_own("received instruction", _receiver, *seeing), *_routes("task read report"))


def _routes(names: str) -> list[str]:
    return [f"instructions:{name}" for name in names.split()]
