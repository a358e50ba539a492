"""Between the engine's mentions and the rows in which they are kept."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils import timezone

from selaras.alignment.engine.checking import Judged, without_contrasts
from selaras.alignment.engine.judging import judge
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.results import Judgement, Mention, Remedy, Verdict
from selaras.alignment.engine.said import from_json
from selaras.alignment.models import CheckedText, StoredMention
from selaras.alignment.queries.knowledge import DatabaseKnowledge

JUDGED = (
    "verdict", "confidence", "explanation", "remedies", "version_id", "changes_on",
)  # fmt: skip


def mention_of(row: StoredMention, type_key: str) -> Mention:
    """What was read, as the engine compares it. A very long passage is only kept in part."""
    return Mention(
        type_key=type_key,
        region=str(row.region_id),
        start=row.start,
        end=row.end,
        passage=row.passage,
        said=from_json(row.said),
        first=row.first,
        last=row.last,
        denied=row.denied,
        current=row.current,
        sureness=row.sureness,
        sentence=row.sentence,
    )


def settled(pairs: Sequence[Judged]) -> list[Judged]:
    """The pairs of one text: what stands in contrast to the right value beside it says nothing.

    It is kept all the same, for the other value may become the right one.
    """
    said = {id(mention) for mention, _ in without_contrasts(pairs)}
    return [
        (one, it if id(one) in said else Judgement(Verdict.UNKNOWN, changes_on=it.changes_on))
        for one, it in pairs
    ]


def judged(
    row: StoredMention, mention: Mention, lexicon: Lexicon, knowledge: DatabaseKnowledge
) -> Judgement:
    """What is known of the mention of `row.text` now. The pair must have been loaded."""
    return judge(
        mention,
        knowledge.versions(mention.type_key, mention.region),
        today=row.text.now_means(knowledge.today(mention.region)),
        wording=lexicon.wordings[mention.type_key],
    )


def put(row: StoredMention, judgement: Judgement, today: date) -> bool:
    """Note a judgement of that day in the row; whether anything is otherwise now."""
    found = _fields(judgement, row.text, today)
    if all(getattr(row, name) == found[name] for name in JUDGED):
        return False
    for name in JUDGED:
        setattr(row, name, found[name])
    row.judged_at = timezone.now()
    return True


def _fields(judgement: Judgement, text: CheckedText, today: date) -> dict[str, Any]:
    return {
        "verdict": str(judgement.verdict),
        "confidence": judgement.confidence,
        "explanation": judgement.explanation,
        "remedies": plain_remedies(judgement.remedies),
        "version_id": judgement.version.reference if judgement.version else None,
        "changes_on": _changes_on(judgement, text, today),
    }


def plain_remedies(remedies: tuple[Remedy, ...]) -> list[dict[str, str]]:
    """As rows keep them: {"action": "correct", "text": "Level 2"}."""
    return [{name: str(value) for name, value in asdict(one).items()} for one in remedies]


def _changes_on(judgement: Judgement, text: CheckedText, today: date) -> date | None:
    """The next day on which time alone may change it; a dated text does not see days go by."""
    if text.is_dated(today):
        return None
    days = (judgement.changes_on, text.dated_from if text.speaks_on else None)
    return min((day for day in days if day is not None and day > today), default=None)
