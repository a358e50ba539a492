"""Links in a text that leaves its site: they keep leading where they led."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from bs4 import BeautifulSoup, Tag
from wagtail.models import Page

from selaras.pages.adopting.units import Unit

_LINKED = re.compile(r'linktype=\\?"(page|document)')


def unlinked(units: Sequence[Unit]) -> Iterator[Unit]:
    """Links to pages name their addresses; words of links to files stay without the link."""
    addresses = _addresses(units)
    for unit in units:
        if not _LINKED.search(unit.content):
            yield unit
        elif unit.is_text:
            yield Unit(unit.kind, _html(unit.content, addresses))
        else:
            inside = _deep(json.loads(unit.content), addresses)
            yield Unit(unit.kind, json.dumps(inside, ensure_ascii=False))


def _addresses(units: Sequence[Unit]) -> dict[str, str]:
    linked = [
        anchor["id"]
        for unit in units
        if _LINKED.search(unit.content)
        for anchor in _anchors(_all_text(unit))
        if anchor.get("linktype") == "page" and str(anchor.get("id", "")).isdecimal()
    ]
    pages = Page.objects.filter(pk__in=linked).specific() if linked else []
    return {str(page.pk): page.full_url or "" for page in pages}


def _all_text(unit: Unit) -> str:
    return unit.content if unit.is_text else unit.content.replace('\\"', '"')


def _anchors(html: str) -> list[Tag]:
    return list(BeautifulSoup(html, "html.parser").find_all("a"))


def _html(html: str, addresses: dict[str, str]) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for anchor in soup.find_all("a"):
        if "linktype" not in anchor.attrs:
            continue
        address = addresses.get(str(anchor.get("id"))) if anchor["linktype"] == "page" else None
        if address:
            anchor.attrs = {"href": address}
        else:
            anchor.unwrap()
    return str(soup)


def _deep(value: Any, addresses: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _deep(inner, addresses) for name, inner in value.items()}
    if isinstance(value, list):
        return [_deep(inner, addresses) for inner in value]
    linked = isinstance(value, str) and _LINKED.search(value)
    return _html(value, addresses) if linked else value
