"""A text as its readers will see it, whether it is still written or was announced."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from selaras.announcements.manuscripts.content import Content
from selaras.announcements.models import Announcement, Relation
from selaras.institutions.models import Institution, Region
from selaras.media.models import File
from selaras.media.queries import files_of


@dataclass(frozen=True)
class Paper:
    """`facts` are label and words of what stands below the text: instrument, times, relation."""

    content: Content
    regions: list[str]
    documents: list[File]
    earlier: Announcement | None
    facts: list[tuple[str, str]] = field(default_factory=list)

    @property
    def relation(self) -> str:
        known: dict[str, str] = {value: str(label) for value, label in Relation.choices}
        return known.get(self.content.relation, "") if self.earlier else ""


def paper_of(
    content: Content,
    speaker: Institution,
    *,
    earlier: Announcement | None,
    facts: Iterable[tuple[str, str]],
) -> Paper:
    """Four queries at most."""
    regions = Region.objects.filter(pk__in=content.audience).order_by("pk")
    documents = files_of(speaker).filter(pk__in=content.attachments)
    return Paper(
        content,
        [one.full_name for one in regions],
        list(documents),
        earlier,
        [(label, words) for label, words in facts if words],
    )
