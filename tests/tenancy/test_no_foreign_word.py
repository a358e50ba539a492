"""559 institutions with a secret each: nothing that an editor opens tells another's."""

import pytest
from django.test import Client

from support.filling import Objects, routes
from support.strangers import OWN, WORD, Secrets

pytestmark = pytest.mark.django_db

BEGINNING = "zqsandi"  # of every secret word: what searches for it finds all that may be found
# What these need is made by a step of its own; their rooms' tests try them.
ELSEWHERE = {
    "wagtail_bulk_action", "accounts:end_session", "mfa_remove_webauthn", "mfa_edit_webauthn",
    "people:end_oversight", "people:renew", "people:revoke",
}  # fmt: skip
STRANGER = "kota-bogor"


def test_no_screen_and_no_search_tells_a_foreign_word(
    topics: None, secrets: Secrets, desk: Client
) -> None:
    own = Objects(secrets, OWN)
    told: dict[str, set[str]] = {}
    opened = 0
    for name, arguments in routes():
        address = own.address(name, arguments)
        if address is None:
            continue
        for query in ("", f"?q={BEGINNING}&search={BEGINNING}&term={BEGINNING}&search_all=1"):
            response = desk.get(address + query)
            assert response.status_code < 500, f"{address}{query}"
            opened += response.status_code == 200
            html = b"".join(response) if response.streaming else response.content
            if words := secrets.told(html.decode(errors="replace")):
                told[f"{name} {query}"] = words
    assert told == {}
    assert opened > 100


def test_the_words_are_where_the_screens_would_show_them(neighbours: Secrets, desk: Client) -> None:
    """A test that could not fail would prove nothing: her own word is found everywhere."""
    own = Objects(neighbours, OWN)
    for path in (
        f"/admin/pages/{own.page.get_parent().pk}/",
        f"/admin/pages/search/?q={BEGINNING}",
        f"/admin/choose-page/search/?q={BEGINNING}",
        "/admin/choose-page/",
        f"/admin/images/?q={BEGINNING}",
        f"/admin/images/chooser/results/?q={BEGINNING}",
        f"/admin/documents/?q={BEGINNING}",
        f"/admin/documents/chooser/results/?q={BEGINNING}",
        f"/admin/tag-autocomplete/?term={BEGINNING}",
        f"/admin/redirects/?q={BEGINNING}",
        f"/admin/api/main/pages/?search={own.word}",
        "/admin/laporan-warga/",
    ):
        found = set(WORD.findall(desk.get(path).content.decode()))
        assert found == {own.word}, path


def test_every_address_of_foreign_objects_is_not_there(
    topics: None, neighbours: Secrets, desk: Client
) -> None:
    stranger = Objects(neighbours, STRANGER)
    own = Objects(neighbours, OWN)
    answered: dict[str, int] = {}
    for name, arguments in routes():
        address = stranger.address(name, arguments)
        if address is None or address == own.address(name, arguments):
            continue
        for send in (desk.get, desk.post):
            response = send(address)
            assert not neighbours.told(response.content.decode(errors="replace")), address
            if response.status_code not in {403, 404, 405}:
                answered[f"{response.status_code} {address}"] = response.status_code
    assert answered == {}


def test_every_route_is_tried(topics: None, neighbours: Secrets) -> None:
    """A new route with arguments needs an object here."""
    own = Objects(neighbours, OWN)
    untried = {name for name, arguments in routes() if own.address(name, arguments) is None}
    assert untried <= ELSEWHERE
