"""The rows of an announcement beside its own: facts, texts, and what it replaces."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from uuid import UUID

from django.db.models import Model

from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.models import (
    AnnouncedFact,
    Announcement,
    Attachment,
    Audience,
    Contact,
    KeyMessage,
    Question,
    Relation,
    Replacement,
)
from selaras.announcements.succession import regions_of
from selaras.facts.models import FactVersion
from selaras.facts.results import Key, Resolved, key_of


def keep_rows(
    announcement: Announcement,
    draft: AnnouncementDraft,
    versions: list[FactVersion],
    held: dict[Key, Resolved],
) -> None:
    for model, rows in groupby(rows_beside(announcement, draft, versions, held), _model):
        model._default_manager.bulk_create(list(rows))


def _model(row: Model) -> type[Model]:
    return type(row)


def rows_beside(
    announcement: Announcement,
    draft: AnnouncementDraft,
    versions: list[FactVersion],
    held: dict[Key, Resolved],
) -> list[Model]:
    """Everything that belongs to it, not stored yet; those of one model stand together."""
    return [
        *_facts(announcement, draft, versions, held),
        *_parts(announcement, draft),
        *_replacements(announcement, draft, held),
    ]


def _facts(
    announcement: Announcement,
    draft: AnnouncementDraft,
    versions: list[FactVersion],
    held: dict[Key, Resolved],
) -> list[AnnouncedFact]:
    rows = []
    for fact, version in zip(draft.facts, versions, strict=True):
        before = held.get(key_of(fact.fact_type, fact.region.pk))
        rows.append(
            AnnouncedFact(
                announcement=announcement,
                version=version,
                previous=before.version if before else None,
            )
        )
    return rows


def _parts(announcement: Announcement, draft: AnnouncementDraft) -> Sequence[Model]:
    parts = draft.parts
    own = {"announcement": announcement}
    return [
        *(KeyMessage(**own, position=at, text=text) for at, text in enumerate(parts.messages)),
        *(
            Question(**own, position=at, question=question, answer=answer)
            for at, (question, answer) in enumerate(parts.questions)
        ),
        *(
            Contact(**own, position=at, name=name, reach=reach)
            for at, (name, reach) in enumerate(parts.contacts)
        ),
        *(
            Attachment(**own, position=at, document_id=key)
            for at, key in enumerate(parts.attachments)
        ),
        *(Audience(**own, region=region) for region in parts.audience),
    ]


def _replacements(
    announcement: Announcement, draft: AnnouncementDraft, held: dict[Key, Resolved]
) -> list[Replacement]:
    """One row for each earlier announcement and region in whose place this one stands."""
    replaced = {(key, code) for key, code in _set_before(draft, held)}
    if draft.earlier is not None:
        before = regions_of(draft.earlier)
        spoken_of = {fact.region.pk for fact in draft.facts}
        spoken_of |= {region.pk for region in draft.parts.audience}
        whole = draft.relation == Relation.SUPERSEDES
        replaced |= {(draft.earlier.pk, code) for code in (before if whole else before & spoken_of)}
    return [
        Replacement(later=announcement, earlier_id=key, region_id=code)
        for key, code in sorted(replaced, key=str)
    ]


def _set_before(draft: AnnouncementDraft, held: dict[Key, Resolved]) -> Iterable[tuple[UUID, str]]:
    """By which announcement the values were set that this one takes the place of."""
    own = [
        (before.version.statement, fact.region.pk)
        for fact in draft.facts
        if (before := held.get(key_of(fact.fact_type, fact.region.pk))) is not None
        and before.version.statement is not None
        and before.version.region_id == fact.region.pk
    ]
    known = set(
        Announcement.objects.filter(pk__in={key for key, _ in own}).values_list("pk", flat=True)
    )
    return [(key, code) for key, code in own if key in known]
