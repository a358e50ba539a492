"""Announcements as sources. They are never edited: a new version is the one that replaces it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.html import format_html

from selaras.announcements.models import AnnouncedFact, Announcement, Audience, Replacement
from selaras.announcements.texts import Block, Kind, paragraphs, text_of
from selaras.common.clock import now
from selaras.institutions.models import Institution
from selaras.pages.adopting.regions import Lineages, lineage
from selaras.pages.adopting.sources import Outcome, Source, State, register
from selaras.pages.adopting.texts import Text
from selaras.pages.adopting.titles import cut, titled
from selaras.pages.adopting.units import BLOCK, PART, Unit, text_units
from selaras.pages.models import AdoptedText, Adoption

NAME = Adoption.Kind.ANNOUNCEMENT.value
LONGEST_LEAD, LONGEST_QUESTION = 300, 200
# From an announcement to those that replaced it directly, each with the region where it did.
Steps = dict[UUID, list[tuple[UUID, str]]]


class Announced:
    name = NAME
    label = "Pengumuman"

    def offered(self, taker: Institution, words: str) -> QuerySet[Announcement]:
        """What stands and was not replaced here; first what concerns the region, then the rest."""
        regions = lineage(taker.region)
        about = {"announcement": OuterRef("pk")}
        concerns = Q(Exists(AnnouncedFact.objects.filter(**about, version__region__in=regions)))
        concerns |= Q(Exists(Audience.objects.filter(**about, region__in=regions)))
        replaced = public_replacements().filter(earlier=OuterRef("pk"), region__in=regions)
        found = _public().filter(titled(words), ~Exists(replaced), recalled_at=None)
        ranked = found.annotate(concerns=concerns).order_by("-concerns", "-published_at")
        return ranked.select_related("speaker__region")

    def sources(self, rows: Sequence[Announcement]) -> list[Source]:
        return [source_of(row) for row in rows]

    def find(self, key: str, taker: Institution) -> Source | None:
        try:
            found = _public().select_related("speaker__region").filter(pk=UUID(key)).first()
        except ValueError:
            return None
        return source_of(found) if found else None

    def text(self, source: Source) -> Text:
        return text_for_page(source.row)

    def outcomes(
        self, taken: Sequence[AdoptedText], takers: Mapping[int, Institution]
    ) -> dict[int, Outcome]:
        steps = steps_after(row.announcement_id for row in taken if row.announcement_id)
        codes = {code for edges in steps.values() for _, code in edges}
        tree = Lineages(codes | {takers[row.pk].region_id for row in taken if row.pk in takers})
        later = Announcement.objects.select_related("speaker__region").in_bulk(
            {key for edges in steps.values() for key, _ in edges}
        )
        found = {}
        for row in taken:
            taker = takers.get(row.pk)
            keys = set(_reached(row, steps, tree, taker)) if taker else set()
            found[row.pk] = _outcome(row, [later[key] for key in keys if key in later])
        return found


def source_of(row: Announcement) -> Source:
    relation = Announcement(relation=row.relation).get_relation_display()
    return Source(
        NAME, str(row.pk), row.speaker, row.title, row.url, str(row.pk), row.published_at, row,
        relation=relation,
        partial=row.relation == "amends",
        withdrawn=row.recalled_at is not None,
    )  # fmt: skip


def text_for_page(announcement: Announcement) -> Text:
    """The summary is the lead; where it is too long for one, it also opens the body, whole."""
    said = text_of(announcement)
    summary = " ".join(said.summary.split())
    whole = len(summary) <= LONGEST_LEAD and said.blocks
    opening = () if whole else text_units(paragraphs(said.summary))
    body = (*opening, *(unit for block in said.blocks for unit in _units(block)))
    return Text.of(said.title, cut(summary, LONGEST_LEAD), body)


def public_replacements() -> QuerySet[Replacement]:
    return Replacement.objects.filter(later__in=_public().filter(drill=False).values("pk"))


def steps_after(keys: Iterable[UUID]) -> Steps:
    """What replaced these, and what replaced that: one query for each step of the longest chain.

    A cycle ends where it began.
    """
    steps: Steps = defaultdict(list)
    seen: set[UUID] = set()
    frontier = set(keys)
    while frontier:
        seen |= frontier
        rows = public_replacements().filter(earlier__in=frontier)
        for earlier, later, region in rows.values_list("earlier_id", "later_id", "region_id"):
            steps[earlier].append((later, region))
        frontier = {key for edges in steps.values() for key, _ in edges} - seen
    return steps


def _public() -> QuerySet[Announcement]:
    return Announcement.objects.filter(Q(published_at__lte=now()), called_off_at=None, drill=False)


def _reached(row: AdoptedText, steps: Steps, tree: Lineages, taker: Institution) -> Iterator[UUID]:
    """Whatever stands in its place for this institution, near and far."""
    open_, seen = [row.announcement_id], {row.announcement_id}
    while open_:
        earlier = open_.pop()
        for later, region in steps.get(earlier, ()) if earlier else ():
            if later not in seen and tree.concerns(region, taker.region_id):
                seen.add(later)
                open_.append(later)
                yield later


def _outcome(row: AdoptedText, later: list[Announcement]) -> Outcome:
    standing = [
        one for one in later if one.recalled_at is None and one.published_at > row.version_at
    ]
    newest = max(standing, key=lambda one: one.published_at, default=None)
    newer = source_of(newest) if newest else None
    source = row.announcement
    if source is None:
        return Outcome(State.WITHDRAWN, row.taken_at, newer, "Pengumuman sumber tidak ada lagi.")
    if source.recalled_at is not None:
        return Outcome(State.WITHDRAWN, source.recalled_at, newer, source.recall_reason)
    if newer is not None:
        return Outcome(State.CHANGED, newer.moment, newer)
    return Outcome(State.STANDING, row.version_at)


def _units(block: Block) -> Iterator[Unit]:
    if block.kind is Kind.HEADING:
        yield Unit("text:h2", f"<h2>{block.html}</h2>")
    elif block.kind is Kind.POINT:
        yield Unit("text:ul", f"<li>{block.html}</li>")
    elif block.kind is Kind.FACTS:
        yield Unit(f"{BLOCK}facts", _json({"title": block.title, "text": block.html}))
    elif block.kind is Kind.QUESTION:
        title, text = cut(block.title, LONGEST_QUESTION), block.html
        if title != block.title:
            text = format_html("<p><b>{}</b></p>", block.title) + text
        yield Unit(PART, _json({"title": title, "text": text}))
    else:
        yield from text_units(block.html)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


register(Announced())
