"""Rules for routes that name pages: in the address, in its query, or in what is sent."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from wagtail.models import Page

from selaras.accounts.access import Rule, Verdict
from selaras.institutions.access import is_key, judge_object, judge_standing, strictest
from selaras.institutions.models import Institution, Membership
from selaras.institutions.standing import WRITING, standing_of
from selaras.media.access import judge_item
from selaras.media.models import File, Picture

MOST_TICKED = 1000
Roles = frozenset[Membership.Role]


@cache
def own_page(*arguments: str, roles: Roles = WRITING, posted: tuple[str, ...] = ()) -> Rule:
    """Each page that is named must stand on a site where she holds one of the roles.

    `arguments` are those of the address, `posted` the fields of a form that name a page: Wagtail's
    forms show the title of whatever page they refuse.
    """

    def judge(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
        verdict = judge_standing(request, *roles)
        if verdict is not Verdict.ALLOWED:
            return verdict
        named = [str(kwargs[argument]) for argument in arguments if kwargs.get(argument)]
        sent = [request.POST.get(field, "") for field in posted]
        verdict = judge_pages(request, named, roles)
        if verdict is Verdict.ALLOWED:
            verdict = judge_pages(request, [key for key in sent if key], WRITING)
        return verdict

    return Rule(f"own page ({', '.join(sorted(roles))})", judge)


def judge_pages(request: HttpRequest, keys: Sequence[str], roles: Roles) -> Verdict:
    """All of them, or the first that is not hers; two queries however many there are."""
    if not keys:
        return Verdict.ALLOWED
    if not all(is_key(key) for key in keys):
        return Verdict.ABSENT
    paths = dict(Page.objects.filter(pk__in=set(keys)).values_list("pk", "path"))
    if len(paths) < len({int(key) for key in keys}):
        return Verdict.ABSENT
    standing = standing_of(request.user)
    institutions = _institutions_at(paths.values())
    return strictest(
        judge_object(standing, institutions.get(path[: 2 * Page.steplen]), *roles)
        for path in paths.values()
        if len(path) > Page.steplen  # the tree's root shows only what is below it and one's own
    )


def _institutions_at(paths: Iterable[str]) -> dict[str, int]:
    roots = {path[: 2 * Page.steplen] for path in paths}
    found = Institution.objects.filter(site__root_page__path__in=roots)
    return dict(found.values_list("site__root_page__path", "pk"))


def _ticked(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    """What was ticked in a list, and where it goes. Wagtail names what it refuses: nothing may."""
    verdict = judge_standing(request, *WRITING)
    if verdict is not Verdict.ALLOWED:
        return verdict
    keys, below = request.GET.getlist("id"), request.GET.get("childOf")
    everything = "all" in keys
    asked = [below] if everything or below else []
    if len(keys) > MOST_TICKED or not all(key and is_key(key) for key in asked):
        return Verdict.ABSENT
    ticked = [] if everything else keys
    model = _model(kwargs["app_label"], kwargs["model_name"])
    if model is Page:
        where = [key for key in (*asked, request.POST.get("chooser")) if key]
        return judge_pages(request, [*ticked, *where], WRITING)
    if model in {Picture, File}:
        return judge_item(request, model, ticked)
    return Verdict.ABSENT


TICKED = Rule("own pages, pictures or documents", _ticked)


def _edited(request: HttpRequest, kwargs: dict[str, Any]) -> Verdict:
    """Who else has it open is told about one's own pages only."""
    verdict = judge_standing(request, *WRITING)
    model = _model(kwargs["app_label"], kwargs["model_name"])
    if verdict is not Verdict.ALLOWED:
        return verdict
    if model is None or not issubclass(model, Page):
        return Verdict.ABSENT
    return judge_pages(request, [kwargs["object_id"]], WRITING)


EDITED = Rule("own page that is open", _edited)


def _model(app_label: str, model_name: str) -> Any:
    try:
        return apps.get_model(app_label, model_name)
    except LookupError:
        return None
