"""Read a sample text with words that are not saved, and show what was read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from selaras.alignment.engine.checking import check
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.results import FINDINGS, Context, Judgement, Mention
from selaras.alignment.engine.wording import Wording
from selaras.alignment.queries.knowledge import DatabaseKnowledge
from selaras.alignment.queries.lexicon import lexicon as stored_lexicon
from selaras.alignment.wordings.checking import names_of
from selaras.alignment.wordings.telling import VERDICTS, days_words, value_words
from selaras.facts.models import Kind
from selaras.institutions.models import Region
from selaras.language.reading.words import Reading


@dataclass(frozen=True, slots=True)
class Row:
    """One statement that was read; `tone` is "found", "aligned" or "unknown", for its colour."""

    number: int
    passage: str
    label: str
    own: bool
    region: str
    value: str
    days: str
    denied: bool
    verdict: str
    tone: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text, and the statements that it belongs to; none between them."""

    text: str
    rows: tuple[Row, ...] = ()

    @property
    def tone(self) -> str:
        tones = [row.tone for row in self.rows]
        return "found" if "found" in tones else tones[0]

    @property
    def own(self) -> bool:
        return any(row.own for row in self.rows)


@dataclass(frozen=True, slots=True)
class Trial:
    """`hint` says why nothing was read of this type."""

    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]
    hint: str


def try_wording(wording: Wording, *, text: str, region: Region, day: date) -> Trial:
    """What is read with this wording in the place of the saved one; nothing is kept."""
    saved = stored_lexicon()
    lexicon = Lexicon({**saved.wordings, wording.key: wording}.values(), saved.places.values())
    context = Context(region.pk, day)
    report = check(text, context=context, lexicon=lexicon, knowledge=DatabaseKnowledge())
    read = sorted(report.mentions, key=lambda one: (one[0].start, one[0].end, one[0].region))
    rows = tuple(
        _row(number, mention, judgement, wording, lexicon)
        for number, (mention, judgement) in enumerate(read, start=1)
    )
    marks = [(one.start, one.end, row) for (one, _), row in zip(read, rows, strict=True)]
    own = any(row.own for row in rows)
    return Trial(tuple(_pieces(text, marks)), rows, "" if own else _hint(text, wording))


def told_of(trial: Trial) -> str:
    """The result in one sentence, for whoever does not see it change."""
    found = sum(row.tone == "found" for row in trial.rows)
    if not trial.rows:
        return _("Tidak ada yang terbaca.")
    read = ngettext(
        "%(number)s pernyataan terbaca", "%(number)s pernyataan terbaca", len(trial.rows)
    ) % {"number": len(trial.rows)}
    told = _("%(read)s, %(found)s tidak selaras.") if found else _("%(read)s.")
    return told % {"read": read, "found": found}


def _row(
    number: int, one: Mention, judgement: Judgement, wording: Wording, lexicon: Lexicon
) -> Row:
    kind = lexicon.wordings[one.type_key]
    place = lexicon.places.get(one.region)
    found = judgement.verdict in FINDINGS
    return Row(
        number=number,
        passage=one.passage,
        label=kind.label,
        own=one.type_key == wording.key,
        region=place.name if place else one.region,
        value=value_words(one.said, kind),
        days=days_words(one),
        denied=one.denied,
        verdict=VERDICTS[judgement.verdict],
        tone="found" if found else str(judgement.verdict),
        explanation=judgement.explanation,
    )


def _pieces(text: str, marks: Sequence[tuple[int, int, Row]]) -> Iterator[Piece]:
    """The text cut where a mark begins or ends; marks may overlap."""
    cuts = sorted({0, len(text), *(at for start, end, _ in marks for at in (start, end))})
    for start, end in pairwise(cuts):
        here = tuple(row for first, last, row in marks if first <= start and end <= last)
        yield Piece(text[start:end], here)


def _hint(text: str, wording: Wording) -> str:
    """Whether the name or the value is what was not found."""
    if wording.kind == Kind.TEXT:
        return "Tidak ada yang terbaca: dari teks bebas hanya jam yang dibandingkan."
    reading = Reading(text)
    tokens = reading.tokens
    hits = Lexicon([wording], ()).hits(tokens, reading.text, 0, len(tokens))
    named = [
        reading.text[tokens[one.first].start : tokens[one.last - 1].end]
        for one in hits
        if one.alias
    ]
    if not named:
        names = _listed(names_of(wording))
        return f"Tidak ada yang terbaca: teks ini tidak memuat satu pun sebutan {names}."
    if wording.kind == Kind.CHOICE and not wording.patterns:
        return (
            "Tidak ada yang terbaca: tidak ada kata pilihan di dekat sebutannya. Tulis kata setiap"
            ' pilihan, atau bentuk nilainya, misalnya "level {nilai}".'
        )
    return (
        f"Tidak ada yang terbaca: sebutan {_listed(named)} ada, tetapi tidak ada nilai yang"
        " cocok di dekatnya."
    )


def _listed(names: Sequence[str]) -> str:
    first, *more = names
    if not more:
        return f'"{first}"'
    return f'"{first}" (dan {len(more)} lainnya)'
