"""Who may reach which route, on every host. A route without a stated rule is not there.

Each room states the rules of its own routes, and of the libraries' routes that it brings, when
the application starts. The gate asks before the view runs, so that no view of a library decides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse


class Verdict(Enum):
    """What the gate answers: go on, sign in first, the role is missing, or: there is no such."""

    ALLOWED = "allowed"
    SIGN_IN = "sign_in"
    FORBIDDEN = "forbidden"
    ABSENT = "absent"


Judge = Callable[[HttpRequest, dict[str, Any]], Verdict]


@dataclass(frozen=True)
class Rule:
    """A named rule; `judge` gets the request and the address's arguments."""

    name: str
    judge: Judge

    def __str__(self) -> str:
        return self.name


def _open(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    return Verdict.ALLOWED


def _signed_in(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    return Verdict.ALLOWED if request.user.is_authenticated else Verdict.SIGN_IN


def _closed(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    return Verdict.ABSENT


OPEN = Rule("open", _open)
SIGNED_IN = Rule("signed in", _signed_in)
CLOSED = Rule("closed", _closed)

_rules: dict[str, Rule] = {}


def state(rule: Rule, *view_names: str) -> None:
    """State who may reach these routes, by their full names, such as `wagtailimages:edit`."""
    for name in view_names:
        if _rules.get(name, rule) is not rule:
            raise RuntimeError(f"two rules for the route {name}")
        _rules[name] = rule


def rule_of(view_name: str) -> Rule | None:
    return _rules.get(view_name)


def allows(request: HttpRequest, view_name: str, **kwargs: Any) -> bool:
    """Whether the gate would let this person in, for menus and links."""
    rule = _rules.get(view_name, CLOSED)
    return rule.judge(request, kwargs) is Verdict.ALLOWED


def stated_routes() -> dict[str, Rule]:
    return dict(_rules)


class AccessMiddleware:
    """The gate before every view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if request.resolver_match is None:
            return None
        rule = _rules.get(request.resolver_match.view_name, CLOSED)
        verdict = rule.judge(request, kwargs)
        if verdict is Verdict.SIGN_IN and request.headers.get("x-requested-with"):
            verdict = Verdict.FORBIDDEN  # a script cannot follow the way to the sign-in
        if verdict is Verdict.SIGN_IN:
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        if verdict is Verdict.FORBIDDEN:
            raise PermissionDenied
        if verdict is Verdict.ABSENT:
            raise Http404
        return None
