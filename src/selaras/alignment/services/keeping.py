"""Keep what texts say: read once, stored with their version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from selaras.alignment.changing import texts_key
from selaras.alignment.copies.services import keep_copies
from selaras.alignment.engine.results import Context, Finding, Mention
from selaras.alignment.engine.said import as_json
from selaras.alignment.models import CheckedText, StoredMention
from selaras.alignment.queries.knowledge import DatabaseKnowledge
from selaras.alignment.queries.lexicon import Words, words
from selaras.alignment.services.judging import plain_remedies, put, settled
from selaras.alignment.services.reading import WasRead, read_parts
from selaras.alignment.services.texts import Joined, SourceText
from selaras.ledger.services import advance_epoch

Key = tuple[str, str, str]
AROUND = 120  # code points on each side of a passage
LONGEST_TITLE, LONGEST_ADDRESS, LONGEST_PASSAGE, LONGEST_AROUND = 300, 500, 300, 500
# A change of one of these means another text; of the others, that it is only called otherwise.
READ_BY = ("version", "lexicon", "region_id", "speaks_on", "dated_from")
SHOWN = ("institution_id", "title", "address", "edit_address", "embeds")
BATCH = 1000


@dataclass(frozen=True, slots=True)
class _Fresh:
    text: SourceText
    was_read: WasRead


def keep(text: SourceText) -> CheckedText:
    """As `keep_all`, one text."""
    return keep_all([text])[0]


def keep_all(texts: Sequence[SourceText]) -> list[CheckedText]:
    """Keep these texts and what they say, in place of what was kept of the same source and state.

    Idempotent: a text that is kept in this version, read with the words of today, is not read
    again. Mentions that agree are kept like those that do not, so that a fact that changes later
    finds them. The number of queries does not grow with the texts; of a text that is given twice
    the last counts. Dated texts are compared as of their own day.
    """
    latest = {text.key: text for text in texts}
    known = words()
    before = _kept(latest)
    rows = {key: _row(text, known) for key, text in latest.items()}
    fresh = [
        _Fresh(text, read_parts(text.parts, _context(text), known.lexicon))
        for key, text in latest.items()
        if _differs(before.get(key), rows[key], READ_BY)
    ]
    changed = {one.text.key for one in fresh}
    for key in rows.keys() - changed:
        if _differs(before[key], rows[key], SHOWN):
            rows[key].read_at = before[key].read_at
            changed.add(key)
    if changed:
        with transaction.atomic():
            # The lock of the epoch comes first: no fact changes between comparing and the commit.
            advance_epoch(*{texts_key(rows[key].institution_id) for key in changed})
            _write_texts([rows[key] for key in changed])
            _write_mentions(fresh, rows, known)
            keep_copies([(rows[one.text.key], one.text.parts) for one in fresh])
    return [rows[text.key] if text.key in changed else before[text.key] for text in texts]


def forget(*, source: str, source_ids: Iterable[str], state: str | None = None) -> None:
    """These texts are gone, or no longer in that state. Forgetting twice changes nothing."""
    found = CheckedText.objects.filter(source=source, source_id__in=list(source_ids))
    if state is not None:
        found = found.filter(state=state)
    owners = set(found.values_list("institution_id", flat=True))
    if owners:
        with transaction.atomic():
            advance_epoch(*map(texts_key, owners))
            found.delete()


def _kept(latest: dict[Key, SourceText]) -> dict[Key, CheckedText]:
    wanted = Q(pk__in=[])
    for source in {source for source, _, _ in latest}:
        ids = [source_id for of, source_id, _ in latest if of == source]
        wanted |= Q(source=source, source_id__in=ids)
    rows = CheckedText.objects.filter(wanted)
    return {(row.source, row.source_id, row.state): row for row in rows}


def _row(text: SourceText, known: Words) -> CheckedText:
    return CheckedText(
        source=text.source,
        source_id=text.source_id,
        state=text.state,
        version=text.version,
        lexicon=known.digest,
        institution=text.institution,
        region=text.region,
        title=text.title[:LONGEST_TITLE],
        address=text.address[:LONGEST_ADDRESS],
        edit_address=text.edit_address[:LONGEST_ADDRESS],
        speaks_on=text.speaks_on,
        dated_from=text.dated_from,
        embeds=text.embeds,
        read_at=timezone.now(),
    )


def _differs(before: CheckedText | None, row: CheckedText, names: Sequence[str]) -> bool:
    return before is None or any(getattr(before, name) != getattr(row, name) for name in names)


def _context(text: SourceText) -> Context:
    """Relative days ("besok") are those of the day on which a text was written, if it has one."""
    return Context(text.region.pk, text.speaks_on or _today(text))


def _today(text: SourceText) -> date:
    """The day where it is spoken."""
    return text.region.local(timezone.now()).date()


def _write_texts(rows: list[CheckedText]) -> None:
    CheckedText.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["source", "source_id", "state"],
        update_fields=[
            "version", "lexicon", "institution", "region", "title", "address", "edit_address",
            "speaks_on", "dated_from", "embeds", "read_at",
        ],
    )  # fmt: skip


def _write_mentions(fresh: list[_Fresh], rows: dict[Key, CheckedText], known: Words) -> None:
    knowledge = DatabaseKnowledge()
    knowledge.load((one.type_key, one.region) for each in fresh for one in each.was_read.mentions)
    found: list[StoredMention] = []
    for each in fresh:
        text, joined = rows[each.text.key], each.was_read.joined
        today = _today(each.text)
        pairs = each.was_read.weighed(text.now_means(today), known.lexicon, knowledge)
        for mention, judgement in settled(pairs):
            row = _mention(text, joined, mention, known)
            put(row, judgement, today)
            found.append(row)
        found += [_figure(text, joined, figure) for figure in each.was_read.figures]
    StoredMention.objects.filter(text__in=[rows[each.text.key] for each in fresh]).delete()
    StoredMention.objects.bulk_create(found, batch_size=BATCH)


def _mention(text: CheckedText, joined: Joined, mention: Mention, known: Words) -> StoredMention:
    return StoredMention(
        text=text,
        fact_type_id=known.ids[mention.type_key],
        region_id=mention.region,
        said=as_json(mention.said),
        first=mention.first,
        last=mention.last,
        denied=mention.denied,
        current=mention.current,
        sureness=mention.sureness,
        sentence=mention.sentence,
        **_span(joined, mention.start, mention.end),
    )


def _figure(text: CheckedText, joined: Joined, figure: Finding) -> StoredMention:
    return StoredMention(
        text=text,
        verdict=str(figure.verdict),
        confidence=figure.confidence,
        explanation=figure.explanation,
        remedies=plain_remedies(figure.remedies),
        judged_at=timezone.now(),
        **_span(joined, figure.start, figure.end),
    )


def _span(joined: Joined, start: int, end: int) -> dict[str, Any]:
    """Where it stands, and the words around it on one line."""
    part, first, last = joined.place(start, end)
    around = part.text[max(first - AROUND, 0) : last + AROUND]
    return {
        "part": part.name,
        "start": first,
        "end": last,
        "passage": part.text[first:last][:LONGEST_PASSAGE],
        "around": " ".join(around.split())[:LONGEST_AROUND],
    }
