"""The threat model names only what is there."""

import re
from pathlib import Path

from selaras.look.middleware import EDITOR_POLICY

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/explanation/threat-model.md"


def test_every_proof_exists() -> None:
    named = re.findall(r"`((?:src|tests)/[^`]+)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) > 10
    assert [name for name in named if not list(ROOT.glob(name.rstrip("/")))] == []


def test_every_threat_has_a_proof_and_it_is_one_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!who and how|---)(.+?) \| (.+?) \| (.+?) \|$", text, re.M)
    assert len(rows) >= 8
    assert [who for who, _, proof in rows if "`" not in proof and "](" not in proof] == []
    assert len(text.splitlines()) <= 70


def test_what_it_says_of_the_policy_holds() -> None:
    assert "style-src-attr 'unsafe-inline'" in EDITOR_POLICY
    assert "unsafe-eval" not in EDITOR_POLICY
