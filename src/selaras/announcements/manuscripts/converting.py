"""Other forms of an announcement as the content of a manuscript."""

from datetime import date, datetime, timedelta

from selaras.announcements.draft import AnnouncementDraft, DraftFact
from selaras.announcements.manuscripts.content import Content, Row
from selaras.announcements.models import AnnouncedFact, Announcement, Relation
from selaras.facts.formats import last_moment_words, value_words
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType, Kind
from selaras.facts.queries.values import values_of
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.language.dates import format_date
from selaras.language.times import Zone


def content_of_draft(draft: AnnouncementDraft) -> Content:
    """What a document says, as its author might have typed it."""
    validity = draft.validity
    return Content(
        title=draft.title,
        summary=draft.summary,
        instrument=draft.instrument,
        instrument_url=draft.instrument_url,
        starts="" if draft.from_publication else _moment(validity.start),
        ends=_last(validity.end) if validity.end else "",
        rows=[_row(fact) for fact in draft.facts],
    )


def content_of(announcement: Announcement) -> Content:
    """What was announced, in a fixed number of queries. Its times are left out."""
    return Content(
        title=announcement.title,
        summary=announcement.summary,
        messages=[one.text for one in announcement.keymessages.all()],
        questions=[[one.question, one.answer] for one in announcement.questions.all()],
        contacts=[[one.name, one.reach] for one in announcement.contacts.all()],
        attachments=[one.document_id for one in announcement.attachments.all()],
        audience=sorted(announcement.audience.values_list("region", flat=True)),
        instrument=announcement.instrument,
        instrument_url=announcement.instrument_url,
        rows=_rows(announcement),
        relation=announcement.relation,
        correction=announcement.correction,
        drill=announcement.drill,
    )


def following(announcement: Announcement, relation: str) -> Content:
    """Where to begin what corrects, amends or supersedes it.

    What amends says only what becomes different, so that it begins without values.
    """
    content = content_of(announcement)
    national = Region.objects.get(pk=NATIONAL)
    end = announcement.valid_to
    return Content(
        **{
            **content.as_json(),
            "rows": [] if relation == Relation.AMENDS else content.rows,
            "ends": last_moment_words(end, national) if end else "",
            "relation": relation,
            "earlier": str(announcement.pk),
            "correction": "",
        }
    )


def typed(fact_type: FactType, value: object, region: Region) -> str:
    """A value as somebody types it: a choice by its label."""
    if fact_type.kind == Kind.CHOICE:
        return value_words(fact_type, value, region)
    return rules_of(fact_type).plain(value)


def _row(fact: DraftFact) -> Row:
    return [fact.fact_type.key, fact.region.pk, typed(fact.fact_type, fact.value, fact.region)]


def _rows(announcement: Announcement) -> list[Row]:
    rows = list(
        AnnouncedFact.objects.filter(announcement=announcement)
        .select_related("version__fact_type", "version__region")
        .order_by("version__fact_type__key", "version__region__code")
    )
    values = values_of((row.version.fact_type.kind, row.version) for row in rows)
    return [
        [
            row.version.fact_type.key,
            row.version.region_id,
            typed(row.version.fact_type, values[row.version_id], row.version.region),
        ]
        for row in rows
    ]


def _moment(moment: date | datetime) -> str:
    """In words that `read_moment` reads again."""
    if not isinstance(moment, datetime):
        return format_date(moment)
    local = moment.astimezone(Zone.WIB.tzinfo)
    return f"{format_date(local.date())}, {local:%H.%M} {Zone.WIB}"


def _last(end: date | datetime) -> str:
    """A period that ends with a day is written with that day."""
    return _moment(end) if isinstance(end, datetime) else format_date(end - timedelta(days=1))
