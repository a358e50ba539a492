"""The institutions' pages: news, information, documents, emergencies."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet

from selaras.embeds.blocks import types_in
from selaras.facts.models import FactType
from selaras.institutions.models import Topic
from selaras.pages.aligning.keeping import text_types
from selaras.pages.aligning.plain import tidy
from selaras.pages.models import AdoptedText, ArticlePage, DocumentPage, EmergencyPage
from selaras.pages.models.base import BasePage
from selaras.pages.queries import with_institutions
from selaras.search.entries import Entry, Kind
from selaras.search.reading.texts import Types, body_of

NAME = "page"
KINDS: Mapping[type[BasePage], Kind] = {
    ArticlePage: Kind.NEWS,
    EmergencyPage: Kind.EMERGENCY,
    DocumentPage: Kind.DOCUMENT,
}


@dataclass
class _Known:
    """What several pages have in common, loaded together. `bodies` and `topics` are by page."""

    bodies: dict[int, list[dict[str, Any]]]
    types: Types
    origins: dict[int, str] = field(default_factory=dict)
    topics: defaultdict[int, set[Topic]] = field(default_factory=lambda: defaultdict(set))


class PageSource:
    name = NAME

    def read(self, ids: Collection[str]) -> Mapping[str, Entry]:
        """One query for each type of pages, and a few for what they name."""
        keys = [int(one) for one in ids if one.isdecimal()]
        pages: list[BasePage] = []
        for model in text_types():
            pages += _public(model).filter(pk__in=keys).select_related("superseded_by")
        pages = [page for page in with_institutions(pages) if "institution" in vars(page)]
        known = _known(pages)
        return {str(page.pk): _entry(page, known) for page in pages}

    def ids(self) -> Iterator[str]:
        for model in text_types():
            for key in _public(model).order_by("pk").values_list("pk", flat=True):
                yield str(key)


def _public(model: type[BasePage]) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.live().public()
    return found


def _known(pages: list[BasePage]) -> _Known:
    bodies = {page.pk: _blocks(page) for page in pages}
    named = {key: types_in(blocks) for key, blocks in bodies.items()}
    wanted = set().union(*named.values())
    rows = FactType.objects.filter(pk__in=wanted).select_related("topic") if wanted else ()
    known = _Known(bodies, {str(one.pk): one for one in rows})
    for key, types in named.items():
        known.topics[key] |= {known.types[one].topic for one in types if one in known.types}
    adopted = AdoptedText.objects.filter(adoption__page__in=list(bodies), is_current=True)
    for text in adopted.select_related("adoption", "announcement__topic"):
        page = text.adoption.page_id
        if text.announcement is not None:
            known.origins[page] = f"announcement:{text.announcement_id}"
            known.topics[page].add(text.announcement.topic)
        elif text.source_page_id is not None:
            known.origins[page] = f"{NAME}:{text.source_page_id}"
    return known


def _blocks(page: BasePage) -> list[dict[str, Any]]:
    body = getattr(page, "body", None)
    return list(body.get_prep_value()) if body is not None else []


def _entry(page: BasePage, known: _Known) -> Entry:
    institution, topics = page.institution, known.topics[page.pk]
    address = page.get_url_parts()
    return Entry(
        key=f"{NAME}:{page.pk}",
        kind=KINDS.get(type(page), Kind.INFORMATION),
        title=tidy(page.title),
        lead=tidy(getattr(page, "lead", "")),
        body=_numbered(page) + body_of(known.bodies[page.pk], known.types),
        path=address[2] if address else "",
        institution=institution.slug,
        region=institution.region_id,
        dated=_dated(page),
        topics=tuple(sorted(topic.key for topic in topics)),
        owner=any(topic.owner_id == institution.pk for topic in topics),
        superseded=_superseded(page),
        origin=known.origins.get(page.pk, ""),
    )


def _numbered(page: BasePage) -> str:
    """Documents are asked for by their number."""
    number = tidy(page.number) if isinstance(page, DocumentPage) else ""
    return f"{number}\n" if number else ""


def _dated(page: BasePage) -> datetime | None:
    """The dateline, the document's date at midnight there, or when it was published last."""
    written = getattr(page, "dated", None)
    if isinstance(written, datetime):
        return written
    if isinstance(written, date):
        return datetime.combine(written, time.min, page.institution.region.tzinfo)
    moment: datetime | None = page.last_published_at
    return moment


def _superseded(page: BasePage) -> bool:
    """Whether a public page took its place, or it says itself that it is over."""
    by = page.superseded_by
    ended = isinstance(page, EmergencyPage) and page.ended
    return ended or (by is not None and by.live)
