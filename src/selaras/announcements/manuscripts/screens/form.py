"""Everything that the editor's form offers and shows; a number of queries that does not grow."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from selaras.announcements.grid.errors import InvalidGrid
from selaras.announcements.grid.presenting import GridForm, grid_of
from selaras.announcements.grid.receiving import Received
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.fields import FieldFlaw
from selaras.announcements.manuscripts.queries import earlier_named
from selaras.announcements.models import Announcement, Manuscript, Relation
from selaras.common.errors import Flaw
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.media.queries import files_of

SPARE = 2  # empty lines below what is there
MOST = 50  # documents, earlier announcements
FOUND = 25  # regions of a search
ANCHORS = {
    "messages": "id_messages_1",
    "questions": "id_question_1",
    "contacts": "id_contact_1",
    "audience": "wilayah",
    "attachments": "lampiran",
    "goes_live": "id_live_day",
    "relation": "hubungan",
    "rows": "nilai",
}


@dataclass(frozen=True, slots=True)
class Ticked:
    """A box: what it sends, what it says, and whether it is ticked."""

    value: str
    label: str
    ticked: bool


@dataclass(frozen=True)
class EditorForm:
    """`spare` says how many empty lines stand below each kind that can be repeated; `sought` what
    was looked for among regions and documents.
    """

    manuscript: Manuscript
    content: Content
    received: Received | None = None
    flaws: list[Flaw] = field(default_factory=list)
    spare: dict[str, int] = field(default_factory=dict)
    sought: dict[str, str] = field(default_factory=dict)

    @cached_property
    def grid(self) -> GridForm:
        try:
            return grid_of(self.manuscript.topic, self.content.rows, received=self.received)
        except InvalidGrid as error:
            told = self.received or Received([], refused=error)
            return grid_of(self.manuscript.topic, [], received=told)

    @cached_property
    def wrong(self) -> dict[str, list[Flaw]]:
        """The flaws of each field, by its name."""
        found: dict[str, list[Flaw]] = defaultdict(list)
        for flaw in self.flaws:
            if isinstance(flaw, FieldFlaw):
                found[flaw.field].append(flaw)
        return dict(found)

    @cached_property
    def summary(self) -> list[tuple[str, Flaw]]:
        """Each flaw with where it is; those of the grid are told there, here only that they are."""
        of_fields = [flaw for flaw in self.flaws if isinstance(flaw, FieldFlaw)]
        found: list[tuple[str, Flaw]] = [
            (ANCHORS.get(one.field, f"id_{one.field}"), one) for one in of_fields
        ]
        others = len(self.flaws) - len(of_fields)
        if others:
            told = Flaw(0, "", f"{others} kesalahan pada nilai per wilayah.", "Lihat tabelnya.")
            found.append((ANCHORS["rows"], told))
        return found

    @property
    def messages(self) -> list[str]:
        return [*self.content.messages, *[""] * self._spare("messages")]

    @property
    def questions(self) -> list[list[str]]:
        return [*self.content.questions, *[["", ""]] * self._spare("questions")]

    @property
    def contacts(self) -> list[list[str]]:
        return [*self.content.contacts, *[["", ""]] * self._spare("contacts")]

    def _spare(self, name: str) -> int:
        there = len(getattr(self.content, name))
        return self.spare.get(name, 1 if there else SPARE)

    @property
    def live_day(self) -> str:
        return self.content.goes_live.partition("T")[0]

    @property
    def live_time(self) -> str:
        return self.content.goes_live.partition("T")[2]

    @cached_property
    def national(self) -> Ticked:
        return Ticked(NATIONAL, "Seluruh Indonesia", NATIONAL in self.content.audience)

    @cached_property
    def provinces(self) -> list[Ticked]:
        return self._boxes(self._known.filter(level=Region.Level.PROVINCE))

    @property
    def provinces_ticked(self) -> int:
        return sum(1 for one in self.provinces if one.ticked)

    @cached_property
    def narrower(self) -> list[Ticked]:
        """Regencies and cities that are chosen, and those that were looked for."""
        chosen = self._known.filter(pk__in=self.content.audience)
        below = chosen.exclude(level__in=[Region.Level.NATIONAL, Region.Level.PROVINCE])
        boxes = self._boxes(below)
        words = self.sought.get("region", "").split()
        if words:
            there = {box.value for box in boxes}
            found = self._known.exclude(level__in=[Region.Level.NATIONAL, Region.Level.PROVINCE])
            for word in words:
                found = found.filter(name__icontains=word)
            boxes += [box for box in self._boxes(found[:FOUND]) if box.value not in there]
        return boxes

    @cached_property
    def strays(self) -> list[Ticked]:
        """What was sent as a region and is none: shown, so that it can be left out."""
        known = set(self._known.filter(pk__in=self.content.audience).values_list("pk", flat=True))
        return [Ticked(one, one[:40], True) for one in self.content.audience if one not in known]

    @cached_property
    def documents(self) -> list[Ticked]:
        """The speaker's documents: those that are attached, then those with the words sought."""
        own = files_of(self.manuscript.speaker)
        attached = self.content.attachments
        found = own.exclude(pk__in=attached)
        for word in self.sought.get("document", "").split():
            found = found.filter(title__icontains=word)
        rows = [*own.filter(pk__in=attached), *found[:MOST]]
        return [Ticked(str(one.pk), one.title, one.pk in attached) for one in rows]

    @cached_property
    def earlier(self) -> list[Announcement]:
        """What it may stand in relation to: the topic's newest, and what is chosen."""
        found = Announcement.objects.filter(
            topic=self.manuscript.topic, called_off_at=None, recalled_at=None
        )
        rows = list(found.select_related("speaker__region")[:MOST])
        chosen = earlier_named(self.content.earlier, self.manuscript.topic)
        return rows if chosen is None or chosen in rows else [chosen, *rows]

    @property
    def relations(self) -> Iterable[tuple[str, str]]:
        return [(value, str(label)) for value, label in Relation.choices]

    @cached_property
    def _known(self) -> QuerySet[Region]:
        return Region.objects.order_by("pk")

    def _boxes(self, found: Iterable[Region]) -> list[Ticked]:
        chosen = set(self.content.audience)
        return [Ticked(one.pk, one.full_name, one.pk in chosen) for one in found]
