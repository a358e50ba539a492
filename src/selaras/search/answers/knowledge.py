"""What is known of types, regions and institutions, kept in each process while it holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from selaras.alignment.models import TypeWording
from selaras.alignment.queries.lexicon import wording_of
from selaras.facts.models import Choice, FactType
from selaras.institutions.changing import COUNTRY
from selaras.institutions.models import Institution, InstitutionName
from selaras.institutions.queries import places
from selaras.ledger.models import Change
from selaras.search.answers.bodies import Bodies, Called
from selaras.search.answers.naming import TypeWords, type_words
from selaras.search.answers.places import Places
from selaras.search.answers.spelling import Spelling
from selaras.search.answers.words import ANY_NOUN, EXPLAINING, NEUTRAL

_COLUMNS = (
    "pk", "key", "label", "kind", "unit", "broadest", "narrowest", "inherited", "retired_at",
    "topic__key", "topic__label",
)  # fmt: skip
Rows = Sequence[tuple[Any, ...]]
_SPOKEN = ("aliases", "patterns", "excludes", "choice_words")


@dataclass(frozen=True)
class Country:
    """Regions and institutions as they are on a day."""

    places: Places
    bodies: Bodies


@dataclass(frozen=True)
class Knowledge:
    """Never changed; made anew when something in it has changed."""

    types: Sequence[TypeWords]
    country: Country
    today: date

    def types_with(self, forms: Iterable[str]) -> list[TypeWords]:
        """Those in whose names one of these words stands."""
        found = {one.pk: one for form in forms for one in self._by_word.get(form, ())}
        return list(found.values())

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[TypeWords]]:
        by_word: defaultdict[str, list[TypeWords]] = defaultdict(list)
        for one in self.types:
            for word in one.naming:
                by_word[word].append(one)
        return dict(by_word)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that is known to say something, or nothing, of a type."""
        own = (word for one in self.types for word in one.own | one.excluded)
        return frozenset(own) | _ALWAYS

    @cached_property
    def spelled(self) -> frozenset[str]:
        """The words of types that may be mistyped; those of regions are mended as such."""
        words = (word for one in self.types for word in one.spelled)
        return frozenset(words) - self.country.places.words

    @cached_property
    def spelling(self) -> Spelling:
        """Of the words of types, and of those that may stand beside them."""
        return Spelling(self.spelled | _ALWAYS)


_ALWAYS = NEUTRAL | EXPLAINING | ANY_NOUN


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was read to tell whether anything has changed."""

    types: Rows
    choices: Rows
    epoch: Rows
    today: date


_kept: tuple[_Seen, Knowledge] | None = None


def knowledge() -> Knowledge:
    """Three queries while nothing has changed, a few more where it has.

    What types say is compared by value: they are also made without a word to the ledger.
    """
    global _kept  # noqa: PLW0603 one for each process
    seen = _seen()
    if _kept is not None and _kept[0] == seen:
        return _kept[1]
    known = _kept[0] if _kept else None
    same_country = known and (known.epoch, known.today) == (seen.epoch, seen.today)
    country = _kept[1].country if _kept and same_country else _country()
    made = Knowledge(_types(), country, seen.today)
    _kept = seen, made
    return made


def _seen() -> _Seen:
    types, choices, epoch = (_rows(*statement) for statement in _statements())
    return _Seen(types, choices, epoch, timezone.localdate())


@cache
def _statements() -> list[tuple[str, tuple[Any, ...]]]:
    """As SQL: to have it written anew would take longer than all the rest of a question."""
    spoken = (Cast(f"wording__{name}", TextField()) for name in _SPOKEN)
    types = FactType.objects.filter(topic__tallies__isnull=True).order_by("pk")
    return [
        asked.query.sql_with_params()
        for asked in (
            types.values_list(*_COLUMNS, *spoken),
            Choice.objects.order_by("pk").values_list("fact_type_id", "value", "label"),
            Change.objects.filter(key=COUNTRY).values_list("epoch"),
        )
    ]


def _rows(sql: str, parameters: tuple[Any, ...]) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows: Rows = cursor.fetchall()
    return rows


def _types() -> list[TypeWords]:
    """Also those that are retired: their last values are still asked for."""
    types = FactType.objects.filter(topic__tallies__isnull=True)
    found = list(types.select_related("topic").prefetch_related("choices"))
    spoken = TypeWording.objects.in_bulk([one.pk for one in found])
    return [
        type_words(
            wording_of(one, spoken.get(one.pk)),
            pk=str(one.pk),
            topic=one.topic.key,
            topic_label=one.topic.label,
            retired=one.retired_at is not None,
        )
        for one in found
    ]


def _country() -> Country:
    known = places()
    called = [
        Called(slug, region, name)
        for slug, region, *names in Institution.objects.values_list(
            "slug", "region_id", "name", "short_name"
        )
        for name in names
    ]
    called += [
        Called(slug, region, name)
        for slug, region, *names in InstitutionName.objects.values_list(
            "institution__slug", "institution__region_id", "name", "short_name"
        )
        for name in names
    ]
    return Country(Places(known), Bodies(called))
