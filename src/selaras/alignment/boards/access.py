"""Who reaches the list and the board."""

from typing import Any

from django.http import HttpRequest

from selaras.accounts.access import Rule, Verdict, state
from selaras.alignment.boards.scope import scope_of
from selaras.institutions.access import MEMBER, judge_standing

PREFIX = "alignment"


def _oversees(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request)
    if verdict is not Verdict.ALLOWED:
        return verdict
    return Verdict.ALLOWED if scope_of(request.user) else Verdict.FORBIDDEN


# Whoever oversees some topic or some region; what she sees of it the screens decide.
OVERSEES = Rule("oversees texts", _oversees)


def state_all() -> None:
    state(MEMBER, *_routes("list export"))
    state(OVERSEES, *_routes("board board_export findings findings_export"))


def _routes(names: str) -> list[str]:
    return [f"{PREFIX}:{name}" for name in names.split()]
