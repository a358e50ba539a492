"""Every form and address that anybody can reach, with anything that anybody can send.

Forms are found on the pages themselves, so that a new one is tried as soon as it is there. Cases
are the same in each run. No answer is a failure, a page of any size, or made of what was sent.
"""

from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils.html import escape
from hypothesis import strategies as st

from fuzz.asking import HOSTS, Visitor, content_of, flaws_of, undone
from fuzz.cases import tried
from fuzz.forms import CannotFill, Form, filled, forms_of
from fuzz.nasty import METHODS, WAYS, headers, paths, texts, urlencoded, ways
from fuzz.places import Country, Place, make_country

# Names that any view may look for.
QUERIES = [
    b"halaman",
    b"q",
    b"url",
    b"versi",
    b"mode",
    b"format",
    b"maxwidth",
    b"next",
    b"p",
    b"terkirim",
    b"wilayah",
    b"jenis",
    b"di",
    b"instansi",
    b"sejak",
    b"bagian",
]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def places_on(country: Country, kind: str) -> list[Place]:
    return [place for place in country.places() if place.visitor.kind == kind]


def found_forms(places: list[Place]) -> list[Form]:
    """Each form once, wherever it stands; pages that cannot be read fail."""
    found: dict[object, Form] = {}
    for place in places:
        with undone():
            response = place.visitor.ask(place.path)
        assert response.status_code < 500, place
        page = content_of(response)
        if page and response.headers.get("Content-Type", "").startswith("text/html"):
            for form in forms_of(place.visitor, place.path, page):
                found.setdefault(form.key, form)
    return list(found.values())


@pytest.fixture
def country() -> Country:
    return make_country()


def test_every_form_that_is_known_to_be_public_is_found(country: Country) -> None:
    routes = {form.key[:3] for form in found_forms(list(country.places()))}
    assert routes >= {
        ("portal", "search:results", "GET"),
        ("portal", "portal:find_region", "GET"),
        ("portal", "pages:report", "POST"),
        ("institution", "pages:report", "POST"),
        ("editor", "account_login", "POST"),
        ("editor", "account_reset_password", "POST"),
        ("editor", "account_reset_password_from_key", "POST"),
        ("editor", "mfa_authenticate", "POST"),
        ("editor", "invitation", "POST"),
        ("editor", "comment_link:read", "POST"),
    }


@pytest.mark.parametrize("kind", HOSTS)
def test_no_form_fails_whatever_is_sent(country: Country, kind: str) -> None:
    for form in found_forms(places_on(country, kind)):
        tried(30, send, form)


def send(data: st.DataObject, form: Form) -> None:
    pairs, said = data.draw(filled(form)), data.draw(headers)
    if form.method == "GET":
        asked: dict[str, Any] = {"query": urlencoded(pairs)}
    else:
        asked = {"method": "POST", "body": WAYS[data.draw(ways)](pairs)}
    visitor = replace(form.visitor, checked=data.draw(st.integers(0, 9)) == 0)
    with undone():
        response = visitor.ask(form.path, headers=said, **asked)
    assert flaws_of(response) == [], form


@pytest.mark.parametrize("kind", HOSTS)
def test_no_open_address_fails_whatever_is_asked_of_it(country: Country, kind: str) -> None:
    for place in places_on(country, kind):
        tried(8, ask, place)


def ask(data: st.DataObject, place: Place) -> None:
    method = data.draw(st.sampled_from(METHODS))
    names = st.sampled_from(QUERIES) | texts
    query = urlencoded(data.draw(st.lists(st.tuples(names, texts), max_size=3)))
    body = None
    if method not in {"GET", "HEAD"}:
        body = WAYS[data.draw(ways)]([(b"a", data.draw(texts))])
    said = data.draw(headers)
    with undone():
        response = place.visitor.ask(
            place.path, method=method, query=query, body=body, headers=said
        )
    assert flaws_of(response) == [], place


@pytest.mark.parametrize("kind", HOSTS)
def test_no_path_fails_however_odd(country: Country, kind: str) -> None:
    known = [place.path for place in places_on(country, kind)]
    tried(120, ask_path, (Visitor(kind), known))


def ask_path(data: st.DataObject, asked: tuple[Visitor, list[str]]) -> None:
    visitor, known = asked
    path = data.draw(paths(known))
    with undone():
        response = visitor.ask(path, method=data.draw(st.sampled_from(["GET", "GET", "POST"])))
    assert flaws_of(response) == [], path


def test_a_form_that_the_test_cannot_fill_fails_with_its_name() -> None:
    page = b"<form method=post action=/lapor/><input type=color name=warna></form>"
    with pytest.raises(CannotFill, match=r"POST http://localhost/lapor/: the field warna .* color"):
        list(forms_of(Visitor("portal"), "/", page))


@pytest.mark.parametrize(
    "page",
    ["<p><i data-x></p>", "<p title='' data-x=1>", "<script></script><i data-x></script>"],
)
def test_what_was_sent_is_noticed_where_it_becomes_a_part_of_a_page(page: str) -> None:
    assert flaws_of(HttpResponse(page)) == ["the marker is an element or an attribute"]
    assert flaws_of(HttpResponse(f"<p>{escape(page)}</p>")) == []
