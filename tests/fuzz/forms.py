"""Forms as they stand on pages: found, filled in as a person would, and then not."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.urls import resolve
from hypothesis import strategies as st
from lxml import html

from fuzz.asking import HOSTS, Visitor
from fuzz.nasty import Pair, texts

# What a person would type. A field of another kind fails the test with its name.
TYPED = {
    "text": "bandung",
    "search": "bandung",
    "email": "budi@contoh.go.id",
    "password": "sandi-yang-panjang",
    "url": "http://localhost/",
    "tel": "0812345",
    "number": "1",
    "date": "2026-12-01",
    "time": "08:30",
    "datetime-local": "2026-12-01T08:30",
    "checkbox": "on",
    "radio": "1",
    "file": "isi",
    "textarea": "Sebuah kalimat.",
    "select": "",
    "hidden": "",
    "submit": "1",
    "button": "",
}


class CannotFill(Exception):
    """A form has a field of a kind that nobody taught this test."""


@dataclass(frozen=True)
class Field:
    name: str
    kind: str
    value: str


@dataclass(frozen=True)
class Form:
    visitor: Visitor
    path: str
    method: str
    fields: tuple[Field, ...]

    @property
    def key(self) -> tuple[str, str, str, frozenset[str]]:
        """The same form on many pages is one."""
        urlconf = settings.HOST_URLCONFS[self.visitor.kind]
        route = resolve(self.path, urlconf).view_name
        names = frozenset(one.name for one in self.fields)
        return self.visitor.kind, route, self.method, names

    def __str__(self) -> str:
        names = " ".join(one.name for one in self.fields)
        return f"{self.method} {HOSTS[self.visitor.kind]}{self.path} ({names})"

    @property
    def pairs(self) -> list[Pair]:
        return [(one.name.encode(), one.value.encode()) for one in self.fields]


def forms_of(visitor: Visitor, path: str, page: bytes) -> Iterator[Form]:
    """The forms of a page that lead to the page's own host. Raises `CannotFill`."""
    document = html.document_fromstring(page)
    for form in document.iter("form"):
        address = urljoin(f"http://{HOSTS[visitor.kind]}{path}", form.get("action") or path)
        parts = urlsplit(address)
        if parts.hostname != HOSTS[visitor.kind]:
            continue
        method = (form.get("method") or "get").upper()
        fields = tuple(_fields(document, form, f"{method} {address}"))
        yield Form(visitor, parts.path, method, fields)


def _fields(document: html.HtmlElement, form: html.HtmlElement, where: str) -> Iterator[Field]:
    elements = list(form.iter("input", "select", "textarea", "button"))
    if form.get("id"):
        elements += document.xpath("//*[@form=$id]", id=form.get("id"))
    for element in elements:
        name = element.get("name")
        if not name:
            continue
        kind = element.tag
        if kind == "input":
            kind = (element.get("type") or "text").lower()
        if kind not in TYPED:
            raise CannotFill(f"{where}: the field {name} of the kind {kind}")
        yield Field(name, kind, _value(element, kind))


def _value(element: html.HtmlElement, kind: str) -> str:
    if kind == "select":
        options = [one.get("value") or "" for one in element.iter("option")]
        return next(filter(None, options), "")
    if kind == "textarea":
        return element.text or TYPED[kind]
    return element.get("value") or TYPED[kind]


@st.composite
def filled(draw: st.DrawFn, form: Form) -> list[Pair]:
    """Some fields as a person fills them, one or more with nonsense, missing, twice or new."""
    pairs: list[Pair] = []
    touched = draw(st.sets(st.sampled_from(form.pairs or [(b"", b"")]), min_size=1))
    for pair in form.pairs:
        if pair not in touched:
            pairs.append(pair)
            continue
        what = draw(st.sampled_from(["nonsense"] * 6 + ["missing", "twice"]))
        if what != "missing":
            pairs += [(pair[0], draw(texts))] * (1 + (what == "twice"))
    if draw(st.integers(0, 7)) == 0:
        pairs.append((draw(texts), draw(texts)))
    return pairs
