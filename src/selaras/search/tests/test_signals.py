"""The signals, and the page that tells of them."""

import re
from pathlib import Path

import pytest

import selaras
from selaras.search.signals import DEFAULTS, SIGNALS, Signal

ROOT = Path(selaras.__file__).parents[2]


def test_the_documentation_has_every_signal_as_it_is_shipped() -> None:
    page = ROOT.joinpath("docs/reference/search-signals.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \| .+ \|$", page, re.M)
    assert told == [
        (one.name, one.label, f"{one.default:g}", f"{one.least:g}–{one.most:g}") for one in SIGNALS
    ]


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda one: one.name)
def test_a_signal_is_within_its_bounds_and_says_what_it_is(signal: Signal) -> None:
    assert signal.least <= signal.default <= signal.most
    assert signal.label
    assert signal.meaning.endswith(".")


def test_no_name_is_used_twice() -> None:
    assert len(DEFAULTS) == len(SIGNALS)
