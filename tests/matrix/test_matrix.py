"""Every route × every role × own objects, those above, below and foreign: as the rule promises.

`make test` tries each pair of a route with a person, an owner and a method; with
`TEST_EVERYTHING=1`, as in CI, every combination is tried.
A route that is new is found by itself: it needs a stated rule (tests/guards/test_routes.py), a
promise of that rule in `expecting.py`, and its objects in `objects.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from itertools import product

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.urls import get_resolver, resolve

from matrix.cast import RELATIONS, Actor, actors
from matrix.expecting import ABSENT, FORBIDDEN, SIGN_IN, promised
from matrix.objects import Everything, furnish
from selaras.accounts.access import stated_routes
from support.filling import EDITOR, walk
from support.strangers import WORD
from support.thorough import EVERYTHING

pytestmark = pytest.mark.django_db

PARTS = 8
METHODS = ("get", "post")
# These name a kind of object, and no object.
KINDS_ONLY = {"wagtailadmin_pages:choose_parent", "site_profiles:colour"}
# The view itself answers 404 or 403 to some who pass the gate; why:
OF_THE_VIEW = {
    "media": "no such file",
    "wagtaildocs_serve": "documents are served on the public hosts",
    "wagtail_serve": "the editors' host serves no page",
    "comment_link:read": "the token is nobody's",
    "comment_link:draft": "the token is nobody's",
    "invitation": "the token is nobody's",
    "accounts:end_session": "the session is not hers",
    "mfa_remove_webauthn": "the key is not hers",
    "mfa_edit_webauthn": "the key is not hers",
    "mfa_view_recovery_codes": "she has none",
    "wagtailadmin_pages:convert_alias": "the page is no alias",
    "people:tick_off": "she is not asked for this step",
    "adopting:compare": "the page began as nobody's text",
    "adopting:take": "there is no such text",
    "releases:show": "nothing is asked to be done",
    "page_review:page": "nothing is asked to be done",
    "wagtailadmin_block_preview": "no block is named",
    "announcements_admin:grid_check": "no topic is named",
    "announcements_admin:grid_template": "no topic is named",
    "wagtailadmin_pages:workflow_preview": "no review is under way",
    "wagtailadmin_pages:workflow_action": "no review is under way",
    "wagtailadmin_pages:collect_workflow_action_data": "no review is under way",
    "wagtailadmin_pages:workflow_history_detail": "no review is under way",
}


@dataclass(frozen=True)
class Case:
    route: str
    arguments: frozenset[str]
    actor: Actor
    relation: str
    method: str


def routes() -> list[tuple[str, frozenset[str]]]:
    """Each named route of the editors' host with the names of its arguments."""
    found = walk(get_resolver(EDITOR), "")
    return sorted({(name, frozenset(arguments)) for name, arguments in found}, key=str)


def cases(cast: list[Actor], part: int) -> Iterator[Case]:
    """All of this part's routes; in short, each person twice, owners and methods taking turns."""
    for number, (route, arguments) in enumerate(routes()):
        if number % PARTS != part:
            continue
        # Where no object is named, there is one address for all relations.
        owners = ["own"] if names_nothing(route, arguments) else list(RELATIONS)
        everything = list(product(owners, METHODS))
        for turn, actor in enumerate(cast):
            chosen = (
                everything
                if EVERYTHING
                else [
                    everything[(number + turn) % len(everything)],
                    everything[(number + turn + 3) % len(everything)],
                ]
            )
            for relation, method in chosen:
                yield Case(route, arguments, actor, relation, method)


@pytest.mark.parametrize("part", range(PARTS))
def test_everybody_meets_what_the_rule_promises(topics: None, part: int) -> None:
    cast, things = actors(), furnish()
    rules = stated_routes()
    wrong, tried = [], 0
    for case in cases(cast, part):
        owner = case.actor.owner(case.relation)
        address = things[owner].address(case.route, set(case.arguments))
        if address is None:
            wrong.append(f"{case.route}: no object for {sorted(case.arguments)}")
            continue
        # A library's route may lie under one of ours.
        route = resolve(address.partition("?")[0], EDITOR).view_name
        rule = str(rules[route])
        meant = promised(rule, case.actor, owner)
        response = asked(case, address)
        tried += 1
        if not keeps(response, meant, route):
            wrong.append(
                f"{case.actor.name} {case.method} {address} ({case.relation}):"
                f" {response.status_code}, promised {meant} by {rule}"
            )
        wrong += told(response, case.actor, things, address)
    assert not wrong, "\n".join(wrong)
    assert tried > 100


def names_nothing(route: str, arguments: frozenset[str]) -> bool:
    return not arguments or route in KINDS_ONLY


def asked(case: Case, address: str) -> HttpResponse:
    """The answer; whatever it changed is taken back."""
    client = case.actor.client
    cookies = client.cookies.output()
    cache.clear()
    with transaction.atomic():
        response: HttpResponse = getattr(client, case.method)(address)
        transaction.set_rollback(True)
    client.cookies = SimpleCookie(cookies.replace("Set-Cookie: ", ""))
    return response


def keeps(response: HttpResponse, meant: str, route: str) -> bool:
    status = response.status_code
    if meant == SIGN_IN:
        return status == 403 or (status == 302 and response["Location"].startswith("/masuk/"))
    if meant in {FORBIDDEN, ABSENT}:
        return status == {FORBIDDEN: 403, ABSENT: 404}[meant]
    return status < 500 and (status not in {403, 404} or route in OF_THE_VIEW)


def told(
    response: HttpResponse, actor: Actor, things: dict[str, Everything], address: str
) -> list[str]:
    """What the answer tells of institutions whose drafts are not for this person."""
    body = b"".join(response) if response.streaming else response.content
    words = set(WORD.findall(body.decode(errors="replace")))
    foreign = {one.word for slug, one in things.items() if not actor.views(slug)}
    asked_for = set(WORD.findall(address))
    return [f"{actor.name} {address} tells {word}" for word in words & foreign - asked_for]
