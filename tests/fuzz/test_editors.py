"""Every route of the editors' host with anything at all, by somebody who may do everything there.

What she sends is a form's fields as the screen has them, some of them nonsense, twice or missing,
or no form at all. Cases are the same in each run.
"""

from collections.abc import Iterator

import pytest
from django.test import Client
from hypothesis import strategies as st

from fuzz.asking import HOSTS, Visitor, as_visitor, content_of, flaws_of, undone
from fuzz.cases import tried
from fuzz.forms import Form, filled, forms_of
from fuzz.nasty import METHODS, WAYS, headers, texts, urlencoded, ways
from matrix.cast import PROVINCE
from matrix.objects import Everything, furnish
from matrix.test_matrix import routes
from selaras.accounts.access import CLOSED, rule_of
from selaras.accounts.models import User
from selaras.institutions.models import Membership
from support.people import oversee, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
PARTS = 4
Role = Membership.Role

# Fields and parameters that some view looks for.
NAMES = [
    b"p", b"q", b"id", b"next", b"ordering", b"page_type", b"action-publish", b"action", b"locale",
    b"url", b"tag", b"term", b"title", b"collection_id", b"uid", b"child_of", b"limit", b"offset",
    b"fields", b"mode", b"position", b"comment", b"reason", b"roles", b"valid_from", b"at", b"page",
]  # fmt: skip


@pytest.fixture
def everybody() -> Visitor:
    """All roles of a province and the platform's, signed in with both factors."""
    oversee(PROVINCE, "32")
    user = person("serba-bisa", PROVINCE, *Role)
    client = Client(headers={"host": HOSTS["editor"]})
    client.force_login(User.objects.get(pk=user.pk))
    return as_visitor(client)


@pytest.fixture
def own(topics: None) -> Everything:
    return furnish()[PROVINCE]


def addresses(own: Everything, part: int) -> Iterator[str]:
    """This part's routes, with own objects; closed ones answer before anything is read."""
    for number, (route, arguments) in enumerate(routes()):
        if number % PARTS == part and rule_of(route) is not CLOSED:
            address = own.address(route, set(arguments))
            assert address is not None, f"{route}: no object for {sorted(arguments)}"
            yield address.partition("?")[0]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_route_fails_whatever_an_editor_sends(
    everybody: Visitor, own: Everything, part: int
) -> None:
    forms: dict[object, Form] = {}
    for address in addresses(own, part):
        tried(5, ask, (everybody, address))
        with undone():
            response = everybody.ask(address)
        page = content_of(response)
        if page and response.headers.get("Content-Type", "").startswith("text/html"):
            for form in forms_of(everybody, address, page):
                if form.method == "POST" and form.path == address:
                    forms.setdefault(form.key, form)
    for form in forms.values():
        tried(9, send, form)


def ask(data: st.DataObject, asked: tuple[Visitor, str]) -> None:
    visitor, address = asked
    method = data.draw(st.sampled_from([*METHODS, "GET", "POST", "POST"]))
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(NAMES) | texts, texts), max_size=4))
    body = None if method in {"GET", "HEAD"} else WAYS[data.draw(ways)](pairs)
    said = data.draw(headers.filter(lambda one: "Cookie" not in one))
    with undone():
        response = visitor.ask(
            address, method=method, query=urlencoded(pairs), body=body, headers=said
        )
    assert flaws_of(response) == [], (method, address, body)


def send(data: st.DataObject, form: Form) -> None:
    body = WAYS[data.draw(ways)](data.draw(filled(form)))
    with undone():
        response = form.visitor.ask(form.path, method="POST", body=body)
    assert flaws_of(response) == [], form
