"""Who may reach the routes of announcements."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import OPEN, Rule, Verdict, state
from selaras.announcements.manuscripts.queries import READING
from selaras.announcements.models import Announcement, Manuscript
from selaras.institutions.access import holding, judge_object, judge_standing
from selaras.institutions.models import Membership
from selaras.institutions.standing import standing_of

Role = Membership.Role
RECALLING = (Role.AUTHOR, Role.APPROVER, Role.EMERGENCY)
Owner = Callable[[dict[str, Any]], int | None]


def _of_manuscript(kwargs: dict[str, Any]) -> int | None:
    found = Manuscript.objects.filter(pk=kwargs["manuscript"])
    return found.values_list("speaker", flat=True).first()


def _of_announcement(kwargs: dict[str, Any]) -> int | None:
    found = Announcement.objects.filter(pk=kwargs["announcement"])
    return found.values_list("speaker", flat=True).first()


@cache
def _own(what: str, owner_of: Owner, *roles: str) -> Rule:
    def judge(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
        verdict = judge_standing(request, *roles)
        if verdict is not Verdict.ALLOWED:
            return verdict
        owner = owner_of(kwargs)
        return judge_object(standing_of(request.user), owner, *roles) if owner else Verdict.ABSENT

    return Rule(f"own {what} ({', '.join(sorted(roles))})", judge)


def own_manuscript(*roles: str) -> Rule:
    """The manuscript that the address names, for whoever holds one of the roles at its speaker."""
    return _own("manuscript", _of_manuscript, *roles)


def own_announcement(*roles: str) -> Rule:
    return _own("announcement", _of_announcement, *roles)


def state_all() -> None:
    state(holding(*READING), *_routes("index list"))
    state(holding(Role.AUTHOR), *_routes("announce"))
    state(own_manuscript(*READING), *_routes("manuscript version"))
    state(own_manuscript(Role.AUTHOR), *_routes("edit"))
    state(own_manuscript(Role.EMERGENCY), *_routes("at_once"))
    state(own_announcement(*READING), *_routes("announcement"))
    state(own_announcement(Role.AUTHOR), *_routes("follow"))
    state(own_announcement(*RECALLING), *_routes("recall"))
    preparing = holding(Role.AUTHOR, Role.APPROVER)
    state(preparing, "announcements_admin:grid_check", "announcements_admin:grid_template")
    state(OPEN, "announcements:index", "announcements:json", "announcements:detail")


def _routes(names: str) -> list[str]:
    return [f"announcements_admin:{name}" for name in names.split()]
