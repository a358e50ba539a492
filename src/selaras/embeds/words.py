"""The words of an embed: the value in the text, and the note about it."""

from dataclasses import dataclass, field
from datetime import date

from selaras.embeds.reading import ShownFact
from selaras.facts.formats import (
    Format,
    last_moment_words,
    moment_words,
    validity_words,
    value_words,
    worded,
)
from selaras.facts.kinds import Option
from selaras.facts.results import Outcome, Resolved, State
from selaras.language.dates import format_date

UNKNOWN = "Fakta resmi tidak ditemukan"


@dataclass(frozen=True, slots=True)
class Note:
    """What hovering, focusing or tapping a value tells. `state` is for display."""

    anchor: str
    state: str
    label: str
    text: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    source_url: str = ""
    demonstration: bool = False
    tone: int | None = None


def text_of(shown: ShownFact) -> str:
    """The words that stand in the sentence."""
    outcome = shown.outcome
    if outcome is None or shown.spec is None:
        return UNKNOWN
    label = outcome.fact_type.label
    found = outcome.resolved
    if found is None:
        if outcome.state is State.WITHDRAWN:
            return f"{label} (ditarik oleh {outcome.fact_type.owner.short_name})"
        return f"{label} (belum ditetapkan untuk {outcome.reader.full_name})"
    if outcome.state is State.UPCOMING:
        value = value_words(found.fact_type, found.value, found.reader)
        return f"{value}, mulai {moment_words(found.valid_from, found.reader)}"
    if outcome.state is State.ENDED:
        return worded(found, Format.SENTENCE)
    return worded(found, shown.spec.format)


def note_of(shown: ShownFact, published_on: date | None) -> Note:
    """Everything that a citizen may want to know about the value, in a text of that day."""
    outcome = shown.outcome
    if outcome is None or shown.spec is None:
        unknown = [("Keterangan", "Jenis fakta ini tidak dikenal.")]
        return Note(shown.anchor, "missing", UNKNOWN, UNKNOWN, unknown)
    fact_type = outcome.fact_type
    lines = [("Ditetapkan oleh", fact_type.owner.name)]
    found = outcome.resolved
    if shown.spec.as_of:
        lines.append(("Per tanggal", format_date(shown.spec.as_of)))
    if found is not None:
        lines += _lines(shown, outcome, found)
    if fact_type.retired_at is not None:
        ended = moment_words(fact_type.retired_at, outcome.reader)
        lines.append(("Keterangan", f"Jenis fakta ini dihentikan sejak {ended}."))
    if shown.changed and published_on is not None:
        day = format_date(published_on)
        lines.append(("Keterangan", f"Berubah setelah halaman ini terbit pada {day}."))
    return Note(
        anchor=shown.anchor,
        text=text_of(shown),
        state=display_state(shown, outcome),
        label=f"{fact_type.label}, {outcome.reader.full_name}",
        lines=lines,
        source_url=found.version.source_url if found else "",
        demonstration=fact_type.topic.demonstration,
        tone=tone_of(outcome),
    )


def _lines(shown: ShownFact, outcome: Outcome, found: Resolved) -> list[tuple[str, str]]:
    lines = [("Sumber", found.version.source)]
    if shown.since is not None and shown.since != found.valid_from:
        lines.append(("Bernilai ini sejak", moment_words(shown.since, found.reader)))
    if outcome.state is State.ENDED and found.valid_to is not None:
        ended = last_moment_words(found.valid_to, found.reader)
        lines.append(("Masa berlaku", f"berakhir {ended}"))
    else:
        begun = moment_words(found.valid_from, found.reader)
        until = f"; {validity_words(found)}" if found.valid_to else ""
        lines.append(("Masa berlaku", f"sejak {begun}{until}"))
    if found.inherited:
        lines.append(("Berlaku melalui", found.version.region.full_name))
    if found.version.reconstructed:
        lines.append(("Pencatatan", "disusun ulang dari sumbernya"))
    return lines


def tone_of(outcome: Outcome) -> int | None:
    """The severity of a choice."""
    value = outcome.resolved.value if outcome.resolved else None
    return value.tone if isinstance(value, Option) else None


def display_state(shown: ShownFact, outcome: Outcome) -> str:
    """What the style sheet distinguishes: a state of facts, `changed`, `past` or `missing`."""
    if shown.changed:
        return "changed"
    if shown.spec is not None and shown.spec.as_of and outcome.state is State.CURRENT:
        return "past"
    if outcome.resolved is None:
        return "missing"
    return outcome.state.value
