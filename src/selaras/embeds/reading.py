"""Who reads a text: the region, the moment, and the facts loaded for it at once.

Rewriters of rich text get no request, so the reading stands in a context variable while a text
is rendered.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from selaras.common import clock
from selaras.embeds.blocks import HistorySpec, TableSpec
from selaras.embeds.slots import filling
from selaras.embeds.spec import EmbedSpec
from selaras.embeds.timelines import Stretch
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.queries import outcomes, resolve_all, since
from selaras.facts.queries.types import fact_types_by_id
from selaras.facts.results import Outcome, Question, Resolved, State
from selaras.institutions.models import Region

Place = tuple[str, str]  # a fact type by id, and the region that reads it


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
    now: datetime = field(default_factory=clock.now)
    shown: list[ShownFact] = field(default_factory=list)
    rows: dict[TableSpec, list[Region]] = field(default_factory=dict)
    timelines: dict[HistorySpec, list[Stretch]] = field(default_factory=dict)
    _asked: set[EmbedSpec] = field(default_factory=set)
    _types: dict[str, FactType] = field(default_factory=dict)
    _outcomes: dict[EmbedSpec, Outcome] = field(default_factory=dict)
    _since: dict[int, datetime] = field(default_factory=dict)
    _changed: set[Place] = field(default_factory=set)
    _seen: dict[EmbedSpec, str | None] = field(default_factory=dict)

    @property
    def published_on(self) -> date | None:
        """The day of the publication where the text is read."""
        return self.region.local(self.published_at).date() if self.published_at else None

    def load(self, specs: Iterable[EmbedSpec]) -> None:
        """Resolve all embeds of a text together; later look-ups then ask nothing."""
        wanted = [spec for spec in dict.fromkeys(specs) if spec not in self._asked]
        if not wanted:
            return
        with filling():
            self._load(wanted)

    def _load(self, wanted: list[EmbedSpec]) -> None:
        self._asked |= set(wanted)
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
        valid = {
            asked: one.resolved
            for asked, one in found.items()
            if one.state is State.CURRENT and one.resolved is not None
        }
        self._since |= since(valid.values())
        self._changed |= self._changed_since_publication(
            [one for asked, one in valid.items() if asked.at == self.now]
        )

    def show(self, spec: EmbedSpec | None) -> ShownFact:
        """Note that this embed stands in the text; the same embed is noted once."""
        for earlier in self.shown:
            if earlier.spec == spec:
                return earlier
        shown = self.look(spec, len(self.shown) + 1)
        self.shown.append(shown)
        return shown

    def look(self, spec: EmbedSpec | None, number: int = 0) -> ShownFact:
        """The same for what names its sources itself: nothing is noted for the closing list."""
        if spec is not None:
            self.load([spec])
        outcome = self._outcomes.get(spec) if spec else None
        resolved = outcome.resolved if outcome else None
        return ShownFact(
            number=number,
            spec=spec,
            outcome=outcome,
            changed=_is_living(spec) and resolved is not None and _place(resolved) in self._changed,
            since=self._since.get(resolved.version.pk) if resolved else None,
        )

    def seen(self, spec: EmbedSpec) -> str | None:
        """The plain value that readers saw there when the text was published; None for none."""
        if spec not in self._seen:
            self._seen |= self._seen_at_publication([*self._outcomes.keys() - self._seen.keys()])
        return self._seen.get(spec)

    def _seen_at_publication(self, specs: list[EmbedSpec]) -> dict[EmbedSpec, str | None]:
        published = self.published_at
        if published is None:
            return {}
        questions = {
            spec: Question(one.fact_type, one.reader.pk, published)
            for spec in specs
            if _is_living(spec) and (one := self._outcomes[spec])
        }
        then = resolve_all(list(set(questions.values())), known_at=published)
        return {
            spec: rules_of(found.fact_type).plain(found.value)
            if (found := then.get(asked)) is not None
            else None
            for spec, asked in questions.items()
        }

    def fact_type(self, type_id: UUID) -> FactType | None:
        """A type that something loaded names; None for one that does not exist."""
        return self._types.get(str(type_id))

    def _changed_since_publication(self, current: list[Resolved]) -> set[Place]:
        """Where readers of the text as it was published saw another value, or none.

        Only what was stated or began later can differ, so mostly nothing is asked.
        """
        published = self.published_at
        if published is None:
            return set()
        newer = [one for one in current if max(one.valid_from, one.stated_at) > published]
        questions = {
            _place(one): Question(one.fact_type, one.reader.pk, published) for one in newer
        }
        then = resolve_all(list(questions.values()), known_at=published)
        return {
            place
            for one in newer
            if (seen := then.get(questions[place := _place(one)])) is None
            or seen.value != one.value
        }


def _place(resolved: Resolved) -> Place:
    return str(resolved.fact_type.pk), resolved.reader.pk


def _is_living(spec: EmbedSpec | None) -> bool:
    return spec is not None and spec.as_of is None


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
