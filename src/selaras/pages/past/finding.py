"""From an address and a moment to the page that the public saw there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from selaras.institutions.hosts import classify, host_name
from selaras.institutions.models import Institution
from selaras.language.times import Zone, format_datetime
from selaras.pages.models import Publication
from selaras.pages.past.errors import ForeignHost, NotAnAddress, NothingPublic
from selaras.pages.past.revived import page_of

LONGEST_ROUTE = 2  # `halaman/2/` of an article or a section
NEAREST = 2


@dataclass(frozen=True, slots=True)
class Address:
    """An address on an institution's site; `prefix` is the language, `path` ends with a slash."""

    institution: Institution
    prefix: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The publication that answers, and the path by which a client asks for it."""

    institution: Institution
    publication: Publication
    path: str
    notes: list[str] = field(default_factory=list)


def read_address(text: str) -> Address:
    """Raises `NotAnAddress` or `ForeignHost`."""
    try:
        parts = urlsplit(text.strip())
        host = host_name(parts.netloc.rpartition("@")[2])
    except ValueError:
        raise NotAnAddress(text) from None
    path = unquote(parts.path) or "/"
    if parts.scheme not in {"http", "https"} or not host or "\0" in path:
        raise NotAnAddress(text)
    language = translation.get_language_from_path(path)
    prefix = f"/{language}" if language and language != settings.LANGUAGE_CODE else ""
    inside = path.removeprefix(prefix)
    whole = inside if inside.endswith("/") else f"{inside}/"
    return Address(_institution(host), prefix, whole, text.strip())


def find(address: Address, at: datetime) -> Asked:
    """The page that was public there then, else the one to which the address led.

    Raises `NothingPublic`, which names the nearest periods.
    """
    here = Publication.objects.filter(institution=address.institution.slug)
    then = here.filter(public_from__lte=at).filter(Q(public_to=None) | Q(public_to__gt=at))
    then = then.select_related("content")
    routes = dict(_routes(address.path))
    standing = {row.path: row for row in then.filter(path__in=routes)}
    for path, route in routes.items():
        if path in standing and (not route or _has(standing[path], route)):
            return Asked(address.institution, standing[path], f"{address.prefix}{address.path}")
    led = _led_on(address, here, then, routes, at)
    if led is None:
        raise _nothing(address, at, here.filter(path__in=routes))
    return led


def moment_words(moment: datetime, institution: Institution) -> str:
    return format_datetime(moment, Zone(institution.region.zone))


def period_words(row: Publication, institution: Institution) -> str:
    begun = moment_words(row.public_from, institution)
    if row.public_to is None:
        return f"{begun} – sekarang"
    return f"{begun} – {moment_words(row.public_to, institution)} ({row.get_ended_display()})"


def _institution(host: str) -> Institution:
    kind, institution = classify(host)
    if institution is not None:
        return institution
    if kind is not None:
        raise ForeignHost(host, "Perintah ini untuk halaman di situs instansi.")
    slugs = Publication.objects.filter(host=host).order_by("-public_from")
    slug = slugs.values_list("institution", flat=True).first()
    former = Institution.objects.select_related("region").filter(slug=slug).first()
    if former is None:
        raise ForeignHost(host)
    return former


def _routes(path: str) -> Iterator[tuple[str, str]]:
    """What may be a page's path, with the route below it; the longest page first."""
    yield path, ""
    parts = [part for part in path.split("/") if part]
    for count in range(1, min(LONGEST_ROUTE, len(parts)) + 1):
        above = "/".join(parts[:-count])
        yield f"/{above}/" if above else "/", f"{'/'.join(parts[-count:])}/"


def _has(row: Publication, route: str) -> bool:
    """Whether the rest of an address named a part of that page, not a page below it."""
    try:
        page_of(row).resolve_subpage(f"/{route}")
    except Http404:
        return False
    return True


def _led_on(
    address: Address,
    here: QuerySet[Publication],
    then: QuerySet[Publication],
    routes: dict[str, str],
    at: datetime,
) -> Asked | None:
    """Pages that had stood at the address and moved, and old addresses that were brought along."""
    left = here.filter(path__in=routes, public_to__lte=at).order_by("-public_to")
    for row in sorted(left, key=lambda row: -len(row.path)):
        target = then.filter(page_id=row.page_id).first()
        route = routes[row.path]
        if target is not None and (not route or _has(target, route)):
            path = f"{address.prefix}{target.path}{route}"
            said = f"{address.text} sudah mengalihkan ke {path} saat itu."
            return Asked(address.institution, target, path, [said])
    kept = Redirect.objects.filter(
        site=address.institution.site_id, old_path=Redirect.normalise_path(address.path)
    ).first()
    if kept is None or kept.redirect_page_id is None:
        return None
    target = then.filter(page_id=kept.redirect_page_id).first()
    if target is None:
        return None
    path = f"{address.prefix}{target.path}"
    said = f"{address.text} mengalihkan ke {path}, menurut pengalihan yang tersimpan sekarang."
    return Asked(address.institution, target, path, [said])


def _nothing(address: Address, at: datetime, rows: QuerySet[Publication]) -> NothingPublic:
    exact = rows.filter(path=address.path)
    before = exact.filter(public_to__lte=at).order_by("-public_to")[:NEAREST]
    after = exact.filter(public_from__gt=at).order_by("public_from")[:NEAREST]
    near = sorted([*before, *after], key=lambda row: row.public_from)
    words = [f"- {period_words(row, address.institution)}" for row in near]
    return NothingPublic(address.text, moment_words(at, address.institution), words)
