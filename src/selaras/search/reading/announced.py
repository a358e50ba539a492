"""Announcements, which stand on the portal."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.db.models import QuerySet

from selaras.announcements.models import AnnouncedFact, Announcement
from selaras.announcements.queries import public
from selaras.announcements.standing import marked
from selaras.common.clock import now
from selaras.search.entries import Entry, Kind

NAME = "announcement"


class AnnouncementSource:
    """Those that are public. One that was taken back is not found; its page says why it was."""

    name = NAME

    def read(self, ids: Collection[str]) -> Mapping[str, Entry]:
        keys = list(filter(None, map(_uuid, ids)))
        found = marked(_standing().filter(pk__in=keys)).select_related("topic", "speaker")
        rows = list(found.prefetch_related("keymessages", "questions", "contacts"))
        labels = _labels(keys)
        return {str(one.pk): _entry(one, labels[one.pk]) for one in rows}

    def ids(self) -> Iterator[str]:
        return map(str, _standing().order_by("published_at").values_list("pk", flat=True))


def _standing() -> QuerySet[Announcement]:
    return public().filter(recalled_at=None)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _labels(keys: Collection[UUID]) -> Mapping[UUID, list[str]]:
    """The names of the facts that each of them sets, by the alphabet; one query."""
    rows = AnnouncedFact.objects.filter(announcement__in=keys).order_by("version__fact_type__label")
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for key, label in rows.values_list("announcement", "version__fact_type__label").distinct():
        found[key].append(label)
    return found


def _entry(one: Announcement, labels: list[str]) -> Entry:
    ended = one.valid_to is not None and one.valid_to <= now()
    return Entry(
        key=f"{NAME}:{one.pk}",
        kind=Kind.ANNOUNCEMENT,
        title=one.title,
        lead=" ".join(one.summary.split()),
        body="\n".join(_lines(one, labels)),
        path=f"/pengumuman/{one.slug}/",
        institution=one.speaker.slug,
        region=one.speaker.region_id,
        dated=one.published_at,
        on_portal=True,
        topics=(one.topic.key,),
        owner=one.topic.owner_id == one.speaker_id,
        superseded=ended or bool(vars(one)["superseded"]),
    )


def _lines(one: Announcement, labels: list[str]) -> Iterator[str]:
    """As `announcements.texts`, from which pages begin that adopt it."""
    for message in one.keymessages.all():
        yield message.text
    yield from labels
    for row in one.questions.all():
        yield row.question
        yield row.answer
    for contact in one.contacts.all():
        yield f"{contact.name}: {contact.reach}"
    yield from filter(None, (one.correction, one.instrument))
