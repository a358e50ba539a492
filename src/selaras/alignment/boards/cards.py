"""A finding as people read it: the passage, what the fact says, and what to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from selaras.alignment.boards.words import VERDICTS, remedies_in_words
from selaras.alignment.engine.results import FINDINGS
from selaras.alignment.models import Reason, StoredMention
from selaras.facts.formats import last_moment_words, moment_words, value_words
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries.resolution import stored_validity
from selaras.facts.queries.values import values_of
from selaras.institutions.models import Region

Key = tuple[str, str, Any, Any, str]
EMBED, EMBEDDED = "\ufffc", "[fakta]"  # for which one character stands in what was read


@dataclass(frozen=True, slots=True)
class FactSaid:
    """What the fact says for the mention's region, in words; `source_url` may be empty."""

    words: str
    validity: str
    source: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Card:
    """`before` and `after` are what surrounds the passage in its sentence."""

    mention: StoredMention
    before: str
    after: str
    fact: FactSaid | None
    remedies: list[str]
    reason: str

    @property
    def label(self) -> str:
        return VERDICTS[self.mention.verdict]

    @property
    def mandatory(self) -> bool:
        mention = self.mention
        wording = getattr(mention.fact_type, "wording", None)
        return mention.verdict in FINDINGS and bool(wording and wording.mandatory)


def cards_of(mentions: Iterable[StoredMention]) -> list[Card]:
    """One for each, in their order; one query for reasons, one for each kind of value."""
    rows = list(mentions)
    facts, reasons = _facts(rows), _reasons(rows)
    return [
        Card(
            one,
            *_around(one),
            facts.get(one.pk),
            remedies_in_words(one.remedies),
            reasons.get(_key(one), "") if _is_justified(one) else "",
        )
        for one in rows
    ]


def _around(mention: StoredMention) -> tuple[str, str]:
    """Empty twice where what is kept does not hold the passage. An embed is not told again."""
    around = mention.around.replace(EMBED, EMBEDDED)
    before, found, after = around.partition(" ".join(mention.passage.split()))
    return (before, after) if found else ("", "")


def _facts(rows: Sequence[StoredMention]) -> dict[int, FactSaid]:
    compared = [
        (one.pk, one.fact_type, one.version, one.region)
        for one in rows
        if one.version is not None and one.fact_type is not None
    ]
    values = values_of((fact_type.kind, version) for _, fact_type, version, _ in compared)
    return {
        pk: _said(fact_type, version, region or version.region, values[version.pk])
        for pk, fact_type, version, region in compared
    }


def _said(fact_type: FactType, version: FactVersion, reader: Region, value: Any) -> FactSaid:
    start, end = stored_validity(version).read_from(version.region, reader)
    begun = moment_words(start, reader)
    validity = (
        f"berlaku {begun} sampai {last_moment_words(end, reader)}"
        if end
        else f"berlaku sejak {begun}"
    )
    words = value_words(fact_type, value, reader)
    return FactSaid(words, validity, version.source, version.source_url)


def _is_justified(mention: StoredMention) -> bool:
    return bool(getattr(mention, "justified", False))


def _reasons(rows: Sequence[StoredMention]) -> dict[Key, str]:
    given = [one for one in rows if _is_justified(one)]
    if not given:
        return {}
    about = Reason.objects.filter(
        source__in={one.text.source for one in given},
        source_id__in={one.text.source_id for one in given},
    )
    fields = ("source", "source_id", "fact_type", "region", "passage", "reason")
    return {tuple(key): reason for *key, reason in about.values_list(*fields)}


def _key(mention: StoredMention) -> Key:
    text = mention.text
    return (
        text.source, text.source_id, mention.fact_type_id, mention.region_id, mention.passage,
    )  # fmt: skip
