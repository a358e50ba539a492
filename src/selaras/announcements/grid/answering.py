"""What the check says to the grid in a browser."""

from dataclasses import asdict
from typing import Any

from selaras.announcements.grid.errors import InvalidGrid
from selaras.announcements.grid.ground import Ground
from selaras.announcements.grid.marking import Mark, marks_of, tally_of
from selaras.announcements.grid.reading import Reading
from selaras.announcements.grid.summing import Summary, summed


def answer(ground: Ground, reading: Reading) -> dict[str, Any]:
    """`cells`, one for each row, and `problems`, all mistakes in few sentences.

    Where a heading was not understood, its values are in no row: the paste has to be `kept`.
    """
    checked = ground.check(reading.rows, reading.flaws)
    found = {one.fact_type.pk: one.fact_type for one in checked.rows if one.fact_type}
    codes = {one.region.pk for one in checked.rows if one.region}
    held = ground.held([*found.values()], [*codes])
    marks = marks_of(checked.rows, held)
    return {
        "words": reading.words,
        "tally": tally_of(marks),
        "kept": bool(reading.flaws),
        "stands": checked.stands,
        "cells": [_cell(mark) for mark in marks],
        "problems": [_problem(one) for one in summed(checked.flaws)],
    }


def refusal(error: InvalidGrid) -> dict[str, Any]:
    flaw = error.flaws[0]
    return {
        "refused": error.mistake,
        "line": flaw.line,
        "problem": flaw.problem,
        "remedy": flaw.remedy,
    }


def _cell(mark: Mark) -> dict[str, Any]:
    row, region = mark.checked.row, mark.checked.region
    return {
        "line": row.line,
        "type": row.type_key,
        "label": mark.label,
        "code": mark.code,
        "region": row.region_text,
        "name": region.full_name if region else "",
        "value": row.value_text,
        "before": mark.before,
        "after": mark.after,
        "mark": mark.mark,
        "word": mark.word,
        "problem": mark.problem,
        "stray": mark.stray,
    }


def _problem(summary: Summary) -> dict[str, Any]:
    return {
        "words": summary.words,
        "count": summary.count,
        "lines": summary.lines,
        "more": summary.more,
        "blocks": summary.mistake.blocks,
        "examples": [asdict(one) for one in summary.examples],
    }
