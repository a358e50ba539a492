"""Who reaches the routes of review."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from selaras.accounts.access import OPEN, Rule, Verdict, state
from selaras.institutions.access import judge_standing
from selaras.institutions.models import Institution, Membership
from selaras.institutions.standing import standing_of
from selaras.pages.access.rules import own_page

Role = Membership.Role


def _viewed(request: HttpRequest, institution: int | None) -> Verdict:
    return Verdict.ALLOWED if standing_of(request.user).may_view(institution) else Verdict.ABSENT


def _viewed_page(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request)
    if verdict is not Verdict.ALLOWED:
        return verdict
    path = Page.objects.filter(pk=kwargs["page_id"], depth__gt=1).values_list("path", flat=True)
    root = (path.first() or "")[: 2 * Page.steplen]
    found = Institution.objects.filter(site__root_page__path=root).values_list("pk", flat=True)
    return _viewed(request, found.first())


def _viewed_institution(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request)
    if verdict is not Verdict.ALLOWED:
        return verdict
    found = Institution.objects.filter(slug=kwargs["slug"]).values_list("pk", flat=True)
    return _viewed(request, found.first())


def _overseer(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    verdict = judge_standing(request)
    if verdict is Verdict.ALLOWED and not standing_of(request.user).overseen:
        return Verdict.FORBIDDEN
    return verdict


VIEWED_PAGE = Rule("viewed page", _viewed_page)
VIEWED_INSTITUTION = Rule("viewed institution", _viewed_institution)
OVERSEER = Rule("overseer", _overseer)


def state_all() -> None:
    state(VIEWED_PAGE, "page_review:page", "page_review:draft")
    own = "links revoke handle"
    state(own_page("page_id"), *(f"page_review:{name}" for name in own.split()))
    state(own_page("page_id", roles=frozenset({Role.EMERGENCY})), "page_review:emergency")
    withdrawing = frozenset({Role.APPROVER, Role.EMERGENCY})
    state(own_page("page_id", roles=withdrawing), "page_review:supersede")
    state(OVERSEER, "oversight:institutions")
    state(VIEWED_INSTITUTION, "oversight:pages")
    state(OPEN, "comment_link:read", "comment_link:draft")
