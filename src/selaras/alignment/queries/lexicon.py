"""The words with which texts are read, made of the types, their wordings and the regions."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from selaras.alignment.engine import READING
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.wording import Stricter, Wording
from selaras.alignment.models import TypeWording
from selaras.facts.models import FactType
from selaras.institutions.changing import COUNTRY
from selaras.institutions.queries import places
from selaras.language.gazetteer import Place
from selaras.ledger.models import Change


@dataclass(frozen=True, slots=True)
class Words:
    """A lexicon with the ids of its types by key. Equal digests read every text alike."""

    lexicon: Lexicon
    ids: dict[str, UUID]
    digest: str


@dataclass(frozen=True, slots=True)
class _Kept:
    wordings: tuple[Wording, ...]
    regions: tuple[int, date]
    places: list[Place]
    words: Words


_kept: _Kept | None = None


def lexicon() -> Lexicon:
    """As `words`, the lexicon alone."""
    return words().lexicon


def words() -> Words:
    """The words of every type that is not retired, and all regions. Four queries.

    Made anew only when a type, a wording or a region has changed; what has not is compared by
    value, since types are also made without a word to the ledger.
    """
    global _kept  # noqa: PLW0603 one for each process
    types = list(FactType.objects.filter(retired_at=None).prefetch_related("choices"))
    spoken = TypeWording.objects.in_bulk([one.pk for one in types])
    wordings = tuple(wording_of(one, spoken.get(one.pk)) for one in types)
    epoch = Change.objects.filter(key=COUNTRY).values_list("epoch", flat=True).first()
    regions = (epoch or 0, timezone.localdate())
    ids = {one.key: one.pk for one in types}
    same_regions = _kept is not None and _kept.regions == regions
    if _kept is not None and same_regions and _kept.wordings == wordings:
        return _kept.words if _kept.words.ids == ids else _renamed(_kept.words, ids)
    known = _kept.places if _kept is not None and same_regions else places()
    made = Words(Lexicon(wordings, known), ids, _digest(wordings, known))
    _kept = _Kept(wordings, regions, known, made)
    return made


def wording_of(fact_type: FactType, spoken: TypeWording | None) -> Wording:
    """A type in the engine's terms; without a wording of its own it is read by its label."""
    choices = {one.value: (one.label,) for one in fact_type.choices.all()}
    base = Wording(
        key=fact_type.key,
        label=fact_type.label,
        kind=fact_type.kind,
        narrowest=fact_type.narrowest,
        broadest=fact_type.broadest,
        inherited=fact_type.inherited,
        unit=fact_type.unit,
        choices=choices,
    )
    return base if spoken is None else spoken_as(base, spoken)


def spoken_as(base: Wording, spoken: TypeWording) -> Wording:
    """The type with the words of a wording, saved or only tried. The label of a choice stays."""
    said = {value: tuple(many) for value, many in spoken.choice_words.items()}
    return Wording(
        key=base.key,
        label=base.label,
        kind=base.kind,
        narrowest=base.narrowest,
        broadest=base.broadest,
        inherited=base.inherited,
        unit=base.unit,
        aliases=tuple(spoken.aliases),
        patterns=tuple(spoken.patterns),
        excludes=tuple(spoken.excludes),
        choices={
            value: tuple(dict.fromkeys((*labels, *said.get(value, ()))))
            for value, labels in base.choices.items()
        },
        rounded=spoken.rounded,
        several=spoken.several,
        stricter=Stricter(spoken.stricter),
        mandatory=spoken.mandatory,
    )


def _renamed(known: Words, ids: dict[str, UUID]) -> Words:
    """A type that was deleted and made again under the same key."""
    return Words(known.lexicon, ids, known.digest)


def _digest(wordings: tuple[Wording, ...], known: list[Place]) -> str:
    said = repr((READING, wordings, sorted(known, key=lambda place: place.code)))
    return hashlib.sha256(said.encode()).hexdigest()
