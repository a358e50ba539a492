"""Addresses of searches: each question has one, with nothing in it that goes without saying."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from django.urls import reverse

from selaras.institutions.hosts import portal_url
from selaras.institutions.queries import NATIONAL
from selaras.look.languages import prefix
from selaras.search.asking import Filters, Question


def query(question: Question) -> str:
    """What stands behind the question mark."""
    filters = question.filters
    pairs = [
        ("q", question.text),
        ("wilayah", "" if question.site or question.region == NATIONAL else question.region),
        *(("jenis", kind.value) for kind in sorted(filters.kinds)),
        ("di", filters.region),
        ("instansi", filters.institution),
        ("sejak", filters.since.isoformat() if filters.since else ""),
        ("sampai", filters.until.isoformat() if filters.until else ""),
        ("ejaan", "" if question.corrected else "asli"),
        ("halaman", str(question.page) if question.page > 1 else ""),
    ]
    return urlencode([pair for pair in pairs if pair[1]], quote_via=quote)


def link(question: Question, **changes: Any) -> str:
    """The same question changed, from its first page; beside the page that it stands on."""
    return f"?{query(replace(question, **{'page': 1, **changes}))}"


def filtered(question: Question, **changes: Any) -> str:
    """The same question with other filters."""
    return link(question, filters=replace(question.filters, **changes))


def feed_link(question: Question) -> str:
    return f"{reverse('search:feed')}{link(question)}"


def whole_country(question: Question, region: str) -> str:
    """On the portal, asked from `region`, a code."""
    everywhere = replace(question, site="", region=region, filters=Filters(), page=1)
    return portal_url(f"{prefix()}/cari/?{query(everywhere)}")


def in_language(url: str) -> str:
    """Our own absolute address, in the language that is spoken now."""
    parts = urlsplit(url)
    spoken = prefix()
    if not spoken or parts.path.startswith(f"{spoken}/"):
        return url
    return urlunsplit(parts._replace(path=f"{spoken}{parts.path}"))
