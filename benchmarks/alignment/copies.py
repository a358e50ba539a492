"""Looking a text of 400 words up among announcements of three versions each.

Beside it stands comparing with every announcement, word by word; and the same look-up among a
tenth of the announcements, for it must not grow with their number.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from django.utils import timezone

from benchmarks.timing import Comparison, compare, milliseconds
from selaras.alignment.copies.index import index
from selaras.alignment.copies.recognising import Copy, recognise
from selaras.announcements.models import Announcement, KeyMessage, Relation, Replacement
from selaras.institutions.models import Topic
from selaras.institutions.queries import NATIONAL

FEW, MANY, VERSIONS, LENGTH = 100, 1_000, 3, 400
CHANGED = 40  # every so manieth word of a version is another in the next one
ROUNDS = 30
Text = list[str]


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    name: str = "body"


def comparisons() -> Iterator[Comparison]:
    chance = random.Random(11)  # noqa: S311 the same texts each time
    texts = [text for _ in range(FEW) for text in _announce(chance)]
    looked_up = {"an old copy": texts[0], "a text of one's own": _words(chance)}
    among_few = {name: _median(_lookup(text)) for name, text in looked_up.items()}
    texts += [text for _ in range(MANY - FEW) for text in _announce(chance)]
    for name, text in looked_up.items():
        many = _median(_lookup(text))
        few = among_few[name]
        yield Comparison(
            f"recognise {name} among {MANY:,} announcements × {VERSIONS}",
            many,
            f"among {FEW} × {VERSIONS}",
            few,
            many / few,
            ROUNDS,
        )
    yield compare(
        f"recognise an old copy among {MANY:,} announcements × {VERSIONS}",
        _lookup(texts[0]),
        "difflib over all of them",
        partial(_compared, texts[0], texts),
        rounds=2,
    )


def _lookup(text: Text) -> Callable[[], list[Copy]]:
    return partial(recognise, [_Part(" ".join(text))], region=NATIONAL)


def _median(action: Callable[[], object]) -> float:
    action()
    return sorted(milliseconds(action) for _ in range(ROUNDS))[ROUNDS // 2]


def _compared(text: Text, others: list[Text]) -> float:
    return max(SequenceMatcher(None, text, other, autojunk=False).ratio() for other in others)


def _announce(chance: random.Random) -> Iterator[Text]:
    """Three versions, each superseding the one before, known by their words."""
    text = _words(chance)
    earlier: Announcement | None = None
    for _ in range(VERSIONS):
        earlier = _keep(text, earlier)
        yield text
        text = [word if place % CHANGED else _word(chance) for place, word in enumerate(text, 1)]


def _keep(text: Text, earlier: Announcement | None) -> Announcement:
    topic = Topic.objects.select_related("owner").earliest("pk")
    number = Announcement.objects.count()
    made = Announcement.objects.create(
        key=f"bench-copies-{number}",
        digest=f"{number:064d}",
        slug=f"bench-copies-{number}",
        topic=topic,
        speaker=topic.owner,
        title="Bench",
        summary="Bench.",
        valid_from=timezone.now(),
        published_at=timezone.now(),
        relation=Relation.SUPERSEDES if earlier else Relation.NEW,
    )
    KeyMessage.objects.create(announcement=made, position=0, text=" ".join(text))
    if earlier is not None:
        Replacement.objects.create(later=made, earlier=earlier, region_id=NATIONAL)
    index(made.pk)
    return made


def _words(chance: random.Random) -> Text:
    return [_word(chance) for _ in range(LENGTH)]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices("abdegikmnprstu", k=chance.randint(3, 7)))
