"""An announcement's own words, block by block: what others copy of it.

Values of facts are no part of it, for they are compared one by one; contacts are not either, for
many announcements have the same.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet

from selaras.alignment.copies.shingles import Words
from selaras.announcements.models import Announcement

BETWEEN = "\n\n"


@dataclass(frozen=True)
class Told:
    """An announcement with its blocks as plain text: title, summary, messages, questions."""

    announcement: Announcement
    blocks: Sequence[str]

    @cached_property
    def block_grams(self) -> list[frozenset[str]]:
        """Of each block; none reaches from one into the next."""
        return [frozenset(Words(block).grams) for block in self.blocks]

    @cached_property
    def grams(self) -> frozenset[str]:
        return frozenset[str]().union(*self.block_grams)

    @cached_property
    def prints(self) -> set[int]:
        """The hashes by which the whole is found."""
        return {value for _, value in Words(BETWEEN.join(self.blocks)).prints}


def told(announcement: Announcement) -> Told:
    return Told(announcement, [block for block in _blocks(announcement) if block])


def told_all(keys: Collection[UUID]) -> dict[UUID, Told]:
    """Three queries, however many."""
    found = with_blocks(Announcement.objects.filter(pk__in=keys)) if keys else ()
    return {one.pk: told(one) for one in found}


def with_blocks(found: QuerySet[Announcement]) -> QuerySet[Announcement]:
    return found.select_related("speaker__region").prefetch_related("keymessages", "questions")


def _blocks(announcement: Announcement) -> Iterator[str]:
    yield announcement.title
    yield from _paragraphs(announcement.summary)
    for message in announcement.keymessages.all():
        yield from _paragraphs(message.text)
    for row in announcement.questions.all():
        yield " ".join(row.question.split())
        yield from _paragraphs(row.answer)


def _paragraphs(text: str) -> Iterator[str]:
    for part in text.replace("\r\n", "\n").split("\n\n"):
        yield " ".join(part.split())
