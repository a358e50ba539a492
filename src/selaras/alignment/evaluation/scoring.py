"""Precision, recall and calibration of findings against what was expected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from selaras.alignment.engine.checking import check
from selaras.alignment.engine.knowledge import Knowledge
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.results import Context, Finding
from selaras.alignment.evaluation.cases import SCORED, Case, Expected
from selaras.alignment.evaluation.facts_file import NATIONAL

_BINS = 10


@dataclass(slots=True)
class Tally:
    """Right and wrong findings, and expected ones that were not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def as_dict(self) -> dict[str, Any]:
        found, wanted = self.right + self.wrong, self.right + self.missed
        precision = self.right / found if found else 1.0
        recall = self.right / wanted if wanted else 1.0
        both = precision + recall
        return {
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(2 * precision * recall / both if both else 0.0, 4),
            "found": found,
            "expected": wanted,
        }


@dataclass(slots=True)
class Score:
    total: Tally = field(default_factory=Tally)
    by_tag: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_verdict: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[dict[str, Any]] = field(default_factory=list)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    clean: int = 0
    clean_left_alone: int = 0
    seconds: float = 0.0
    texts: int = 0


def evaluate(cases: Iterable[Case], *, lexicon: Lexicon, knowledge: Knowledge) -> dict[str, Any]:
    """The figures as plain values: see `docs/reference/alignment.md` for each key."""
    score = Score()
    for case in cases:
        begun = perf_counter()
        context = Context(case.region, case.as_of)
        report = check(case.text, context=context, lexicon=lexicon, knowledge=knowledge)
        score.seconds += perf_counter() - begun
        score.texts += 1
        found = [one for one in report.findings if one.verdict in SCORED]
        _count(score, case, found)
    return _figures(score)


def _count(score: Score, case: Case, found: Sequence[Finding]) -> None:
    wanted = list(case.expected)
    if not wanted:
        score.clean += 1
        score.clean_left_alone += not found
    for one in found:
        match = next((each for each in wanted if _same(one, each)), None)
        score.sure.append((one.confidence, match is not None))
        if match:
            wanted.remove(match)
            _add(score, case, str(one.verdict), "right")
        else:
            _add(score, case, str(one.verdict), "wrong")
            score.misses.append(_miss(case, "false alarm", one))
    for each in wanted:
        _add(score, case, str(each.verdict), "missed")
        score.misses.append(_miss(case, "missed", each))


def _same(one: Finding, wanted: Expected) -> bool:
    mention = one.mention
    return (
        mention is not None
        and mention.type_key == wanted.type_key
        and mention.region == wanted.region
        and one.verdict == wanted.verdict
        and one.start < wanted.end
        and wanted.start < one.end
    )


def _add(score: Score, case: Case, verdict: str, what: str) -> None:
    tallies = [score.total, score.by_verdict[verdict], *(score.by_tag[tag] for tag in case.tags)]
    for tally in tallies:
        setattr(tally, what, getattr(tally, what) + 1)


def _miss(case: Case, what: str, one: Finding | Expected) -> dict[str, Any]:
    if isinstance(one, Finding):
        mention = one.mention
        key, region, span = (
            (mention.type_key, mention.region, one.passage) if mention else ("", "", one.passage)
        )
    else:
        key, region, span = one.type_key, one.region, one.span
    region = "" if region == NATIONAL else region  # as the cases write it
    return {
        "id": case.id, "what": what, "type": key, "region": region, "verdict": str(one.verdict),
        "span": span, "text": case.text,
    }  # fmt: skip


def _figures(score: Score) -> dict[str, Any]:
    return {
        **score.total.as_dict(),
        "clean_precision": round(score.clean_left_alone / score.clean, 4) if score.clean else 1.0,
        "calibration_error": round(_calibration_error(score.sure), 4),
        "texts": score.texts,
        "texts_per_second": round(score.texts / score.seconds, 1) if score.seconds else 0.0,
        "by_verdict": {name: one.as_dict() for name, one in sorted(score.by_verdict.items())},
        "by_tag": {name: one.as_dict() for name, one in sorted(score.by_tag.items())},
        "misses": score.misses,
    }


def _calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins of confidence."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in sure:
        bins[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    return sum(
        abs(sum(confidence for confidence, _ in one) - sum(right for _, right in one)) / len(sure)
        for one in bins.values()
    )
