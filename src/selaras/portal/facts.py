"""The official facts of a region, as cards on a home page."""

from dataclasses import dataclass
from datetime import datetime

from selaras.common.clock import now
from selaras.facts.formats import Format, last_moment_words, moment_words, worded
from selaras.facts.kinds import Option
from selaras.facts.models import FactType, Kind
from selaras.facts.queries import fact_types, outcomes, since
from selaras.facts.results import Outcome, Question, Resolved, State
from selaras.institutions.models import Region

LONG_KINDS = {Kind.TEXT, Kind.CONTACT}


@dataclass(frozen=True, slots=True)
class FactCard:
    """One current fact in words. `tone` is the severity of a choice, 1 to 4, or None.

    `anchor` is where it stands on the page of its region.
    """

    anchor: str
    label: str
    value: str
    validity: str
    source: str
    source_url: str
    owner: str
    demonstration: bool
    tone: int | None


def current_facts(region: Region) -> list[FactCard]:
    """All facts that hold for the region now, without counts, which have a panel of their own.

    A fixed number of queries.
    """
    moment = now()
    questions = [
        Question(fact_type, region.pk, moment)
        for fact_type in fact_types().filter(retired_at__isnull=True, topic__tallies__isnull=True)
    ]
    found = [one for one in outcomes(questions).values() if one.state is State.CURRENT]
    runs = since(one.resolved for one in found if one.resolved)
    return [_card(one, runs) for one in sorted(found, key=_order)]


def anchor_of(fact_type: FactType) -> str:
    """`fakta-siaga-status`: what no selector has to escape."""
    return f"fakta-{fact_type.key.replace('.', '-')}"


def _order(outcome: Outcome) -> tuple[int, float, str]:
    """What tells a state comes first, then what came into force last; long texts would push
    the rest off a small screen."""
    kind = outcome.fact_type.kind
    rank = 0 if kind == Kind.CHOICE else 2 if kind in LONG_KINDS else 1
    begun = outcome.resolved.valid_from.timestamp() if outcome.resolved else 0.0
    return rank, -begun, outcome.fact_type.key


def validity_words(resolved: Resolved, begun: datetime) -> str:
    """From when on the value has been this one, and until when it is known to hold."""
    words = f"Berlaku sejak {moment_words(begun, resolved.reader)}"
    if resolved.valid_to is None:
        return words
    return f"{words} sampai {last_moment_words(resolved.valid_to, resolved.reader)}"


def _card(outcome: Outcome, runs: dict[int, datetime]) -> FactCard:
    resolved = outcome.resolved
    if resolved is None:
        raise ValueError("only a current outcome makes a card")
    begun = runs.get(resolved.version.pk, resolved.valid_from)
    value = resolved.value
    return FactCard(
        anchor=anchor_of(outcome.fact_type),
        label=outcome.fact_type.label,
        value=worded(resolved, Format.SHORT),
        validity=validity_words(resolved, begun),
        source=resolved.version.source,
        source_url=resolved.version.source_url,
        owner=outcome.fact_type.owner.short_name,
        demonstration=outcome.fact_type.topic.demonstration,
        tone=value.tone if isinstance(value, Option) else None,
    )
