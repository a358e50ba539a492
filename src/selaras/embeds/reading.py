"""Who reads a text: the region, the moment, and the facts loaded for it at once.

Rewriters of rich text get no request, so the reading stands in a context variable while a text
is rendered.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType
from selaras.facts.queries import outcomes, since
from selaras.facts.queries.types import fact_types_by_id
from selaras.facts.results import Outcome, Question, State
from selaras.institutions.models import Region


@dataclass(frozen=True, slots=True)
class ShownFact:
    """An embed with all that is known about it. `outcome` is None where the type is unknown."""

    number: int
    spec: EmbedSpec | None
    outcome: Outcome | None
    changed: bool = False
    since: datetime | None = None

    @property
    def anchor(self) -> str:
        return f"fakta-{self.number}"


@dataclass
class Reading:
    """One rendering of a page for a region. `published_at` is when its text was last published."""

    region: Region
    published_at: datetime | None = None
    now: datetime = field(default_factory=timezone.now)
    shown: list[ShownFact] = field(default_factory=list)
    _types: dict[str, FactType] = field(default_factory=dict)
    _outcomes: dict[EmbedSpec, Outcome] = field(default_factory=dict)
    _since: dict[int, datetime] = field(default_factory=dict)

    def load(self, specs: Iterable[EmbedSpec]) -> None:
        """Resolve all embeds of a text together; later look-ups then ask nothing."""
        wanted = [spec for spec in dict.fromkeys(specs) if spec not in self._outcomes]
        if not wanted:
            return
        self._types |= fact_types_by_id(str(spec.fact_type) for spec in wanted)
        regions = Region.objects.in_bulk({spec.region for spec in wanted if spec.region})
        questions = {}
        for spec in wanted:
            fact_type = self._types.get(str(spec.fact_type))
            reader = regions.get(spec.region) if spec.region else self.region
            if fact_type is not None and reader is not None:
                moment = spec.moment(reader, self.now)
                questions[spec] = Question(fact_type, reader.pk, moment)
        found = outcomes(list(set(questions.values())))
        self._outcomes |= {spec: found[asked] for spec, asked in questions.items()}
        self._since |= since(
            one.resolved
            for one in found.values()
            if one.state is State.CURRENT and one.resolved is not None
        )

    def show(self, spec: EmbedSpec | None) -> ShownFact:
        """Note that this embed stands in the text; the same embed is noted once."""
        for earlier in self.shown:
            if earlier.spec == spec:
                return earlier
        if spec is not None:
            self.load([spec])
        outcome = self._outcomes.get(spec) if spec else None
        resolved = outcome.resolved if outcome else None
        shown = ShownFact(
            number=len(self.shown) + 1,
            spec=spec,
            outcome=outcome,
            changed=self._changed(spec, outcome),
            since=self._since.get(resolved.version.pk) if resolved else None,
        )
        self.shown.append(shown)
        return shown

    def _changed(self, spec: EmbedSpec | None, outcome: Outcome | None) -> bool:
        """A living value became valid or known after the text around it was published."""
        if spec is None or spec.as_of or self.published_at is None or outcome is None:
            return False
        if outcome.state is not State.CURRENT or outcome.resolved is None:
            return False
        begun = self._since.get(outcome.resolved.version.pk, outcome.resolved.valid_from)
        return max(begun, outcome.resolved.stated_at) > self.published_at


_current: ContextVar[Reading | None] = ContextVar("reading", default=None)


@contextmanager
def reading(current: Reading) -> Iterator[Reading]:
    """Render text inside this block as the given reading."""
    token = _current.set(current)
    try:
        yield current
    finally:
        _current.reset(token)


def current_reading() -> Reading | None:
    return _current.get()
