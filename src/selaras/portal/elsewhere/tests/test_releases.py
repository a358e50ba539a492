"""The module for websites elsewhere: what was released stays as it was, for good."""

import hashlib
import re
from pathlib import Path

import pytest

from selaras.portal.elsewhere import checks, releases
from selaras.portal.elsewhere.releases import FOLDER, MAJOR, RELEASES, SOURCE, integrity_of, newest
from selaras.portal.elsewhere.tests.asking import ask

# What pages elsewhere name. A line is never changed or removed; a new release adds one.
PUBLISHED = ("08c32ba98907caf0",)


def test_no_released_module_was_ever_changed_or_removed() -> None:
    kept = {
        path.name: hashlib.sha384(path.read_bytes()).hexdigest()[:16]
        for path in (FOLDER / MAJOR).iterdir()
    }
    assert {name: f"selaras-{digest}.js" for name, digest in kept.items()} == {
        one.path.name: one.path.name for one in RELEASES
    }
    assert tuple(one.digest for one in RELEASES)[: len(PUBLISHED)] == PUBLISHED
    assert len(PUBLISHED) == len(RELEASES)


def test_the_source_is_its_newest_release() -> None:
    assert integrity_of(SOURCE.read_bytes()) == newest().integrity
    assert checks.releases_are_whole() == []


def test_the_check_says_how_to_release_a_source_that_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = tmp_path / "selaras.js"
    changed.write_bytes(SOURCE.read_bytes() + b"\n")
    monkeypatch.setattr(checks, "SOURCE", changed)
    monkeypatch.setattr(releases, "FOLDER", tmp_path)
    found = checks.releases_are_whole()
    assert {one.id for one in found} == {"portal.E001"}
    assert [integrity_of(changed.read_bytes()) in (one.hint or "") for one in found] == [
        False,
        True,
    ]


@pytest.mark.usefixtures("country")
def test_a_release_is_for_every_website_and_for_good() -> None:
    path = f"/sematan/v1/selaras-{newest().digest}.js"
    answer = ask(path)
    assert integrity_of(answer.content) == newest().integrity
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert ask("/sematan/v1/selaras.js")["Cache-Control"] == "public, max-age=300"
    assert ask("/sematan/v1/selaras.js").content == answer.content
    for name in ("selaras-0000000000000000.js", "selaras-x.js", "__init__.py", "../__init__.py"):
        assert ask(f"/sematan/v1/{name}").status_code == 404


def test_it_stays_small_and_turns_nothing_into_markup() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    assert len(text.encode()) < 20_000
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|cookie\b.*=", text
    )
    assert "import " not in text
    assert set(re.findall(r"https?://[\w.]+", text)) == {"http://www.w3.org"}
