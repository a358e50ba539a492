"""The comparison on texts whose errors are known.

`facts.json` holds the facts that are real: levels and periods of two instruments of 2021, votes of
2024. Cases of the other types need facts that are no part of the project; they are measured where
the file for measuring is at hand.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from selaras.alignment.cli import align
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.errors import BadFile
from selaras.alignment.evaluation import cases, facts_file
from selaras.alignment.evaluation.cases import Case
from selaras.alignment.evaluation.scoring import evaluate
from selaras.institutions.shipped import shipped_places

HERE = Path(__file__).parent
FACTS = HERE / "facts.json"
CASES = sorted((HERE / "cases").glob("*.jsonl"))
MEASURING = HERE.parents[5] / "shared" / "data"
measures = pytest.mark.skipif(
    not (MEASURING / "align_facts.json").exists(), reason="the file for measuring is not at hand"
)


def _figures(found: list[Case], facts: Path) -> dict[str, Any]:
    wordings, versions = facts_file.load(facts)
    places = shipped_places()
    parents = {place.code: place.parent_code for place in places}
    knowledge = facts_file.FileKnowledge(versions, parents, wordings)
    return evaluate(found, lexicon=Lexicon(wordings, places), knowledge=knowledge)


def _require(figures: dict[str, Any]) -> None:
    told = json.dumps(figures["misses"], ensure_ascii=False, indent=1)
    assert figures["precision"] >= 0.98, told
    assert figures["recall"] >= 0.90, told
    assert figures["clean_precision"] >= 0.98, told
    assert figures["calibration_error"] <= 0.05


def test_texts_about_levels_periods_and_votes_are_judged_rightly() -> None:
    known = {one["key"] for one in json.loads(FACTS.read_text(encoding="utf-8"))["types"]}
    real = {"ppkm", "masa", "suara", "persen"}
    found = [
        case
        for path in CASES
        for case in cases.load(path)
        if real & set(case.tags) and {one.type_key for one in case.expected} <= known
    ]
    assert len(found) > 300
    _require(_figures([case for case in found if case.as_of.year != 2021 or _is_real(case)], FACTS))


def _is_real(case: Case) -> bool:
    """The period of July 2021 is not among the real facts."""
    return case.as_of.isoformat() >= "2021-09-01"


@measures
def test_all_texts_are_judged_rightly_by_the_facts_for_measuring() -> None:
    facts = MEASURING / "align_facts.json"
    found = [case for path in CASES for case in cases.load(path)]
    assert sum(not case.expected for case in found) * 2 >= len(found)
    _require(_figures(found, facts))


@measures
def test_the_examples_are_judged_rightly() -> None:
    facts = MEASURING / "align_facts.json"
    figures = _figures(cases.load(MEASURING / "align_examples.jsonl"), facts)
    assert figures["misses"] == []


def test_the_command_prints_the_figures_as_json() -> None:
    done = CliRunner().invoke(
        align, ["evaluate", str(CASES[0]), "--facts", str(FACTS), "--json"], catch_exceptions=False
    )
    figures = json.loads(done.output)
    assert {"precision", "recall", "f1", "clean_precision", "calibration_error"} <= figures.keys()
    assert figures["by_tag"]["ppkm"]["expected"] > 0
    assert set(figures["misses"][0]) >= {"id", "what", "type", "region", "verdict", "span", "text"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "baris 2"),
        ('{"id": "x", "text": "ada", "region": "", "as_of": "kemarin"}', "baris 2"),
        (
            '{"id": "x", "text": "ada", "region": "", "as_of": "2021-09-21", "expect": '
            '[{"type": "a", "region": "", "verdict": "outdated", "span": "lain", "start": 0}]}',
            "is not at 0",
        ),
    ],
)
def test_a_case_that_cannot_be_read_is_named_by_its_line(
    tmp_path: Path, line: str, told: str
) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(BadFile) as refused:
        cases.load(path)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"types": [{"key": "a"}], "facts": []}', '{"types": [], "facts": [{"type": "a"}]}'],
)
def test_a_file_of_facts_that_cannot_be_read_is_refused_in_words(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "facts.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadFile) as refused:
        facts_file.load(path)
    assert os.fspath(path) in refused.value.problem
