"""A text against the facts: what it says, and what of it is not so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from selaras.alignment.engine.figures import misfits
from selaras.alignment.engine.judging import judge
from selaras.alignment.engine.knowledge import Knowledge
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.reading import read_scene
from selaras.alignment.engine.results import FINDINGS, Context, Judgement, Mention, Report, Verdict
from selaras.alignment.engine.said import PeriodSaid
from selaras.alignment.engine.scene import Scene

Judged = tuple[Mention, Judgement]


def check(text: str, *, context: Context, lexicon: Lexicon, knowledge: Knowledge) -> Report:
    """Everything that the text states about known types, each compared with the facts.

    Positions are code points of `text`. Bounded time for every text; text without any name of a
    type costs next to nothing.
    """
    scene = Scene(text, context, lexicon)
    pairs = weigh(
        text, read_scene(scene), today=context.today, lexicon=lexicon, knowledge=knowledge
    )
    return Report(tuple(without_contrasts(pairs)), tuple(misfits(scene)))


def weigh(
    text: str, mentions: Sequence[Mention], *, today: date, lexicon: Lexicon, knowledge: Knowledge
) -> list[Judged]:
    """Each mention of a text that was read before with what the facts say of it."""

    def judged(one: Mention) -> Judgement:
        return judge(
            one,
            knowledge.versions(one.type_key, one.region),
            today=today,
            wording=lexicon.wordings[one.type_key],
        )

    pairs = [(one, judged(one)) for one in mentions]
    return [
        (one, judgement if judgement else judged(one)) for one, judgement in _joined(text, pairs)
    ]


def without_contrasts(pairs: Sequence[Judged]) -> Iterator[Judged]:
    """Leave out what stands beside the right value in one sentence: "42.000, dibayar 35.000".

    Whoever writes what holds does not also claim another value of the same region and time.
    """
    right = {
        (one.sentence, one.type_key, one.region, one.first, one.last)
        for one, judgement in pairs
        if judgement.verdict is Verdict.ALIGNED and one.sentence >= 0 and not one.denied
    }
    for one, judgement in pairs:
        beside = (one.sentence, one.type_key, one.region, one.first, one.last) in right
        if not (beside and judgement.verdict in FINDINGS and not isinstance(one.said, PeriodSaid)):
            yield one, judgement


def _joined(text: str, pairs: Sequence[Judged]) -> Iterator[tuple[Mention, Judgement | None]]:
    """Both ends of one period as one mention, where the same is to be said of both."""
    waiting: dict[tuple[str, str], Judged] = {}
    for mention, judgement in pairs:
        key = (mention.type_key, mention.region)
        before = waiting.pop(key, None)
        if before and _are_ends(before[0], mention) and before[1].verdict is judgement.verdict:
            yield _both(text, before[0], mention), None
            continue
        if before:
            yield before
        if isinstance(mention.said, PeriodSaid) and mention.first:
            waiting[key] = (mention, judgement)
        else:
            yield mention, judgement
    yield from waiting.values()


def _are_ends(left: Mention, right: Mention) -> bool:
    if not isinstance(left.said, PeriodSaid) or not isinstance(right.said, PeriodSaid):
        return False
    return left.said.end is None and right.said.start is None and left.first == right.first


def _both(text: str, left: Mention, right: Mention) -> Mention:
    said = PeriodSaid(
        left.said.start if isinstance(left.said, PeriodSaid) else None,
        right.said.end if isinstance(right.said, PeriodSaid) else None,
    )
    return replace(left, end=right.end, passage=text[left.start : right.end], said=said)
