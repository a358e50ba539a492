"""Rules of the house that a tool of its own would be too much for."""

import re
import statistics
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "selaras"
LONGEST_FILE = 400
LONGEST_README = 120


def hand_written() -> list[Path]:
    return [
        path
        for folder in (SOURCE, ROOT / "tests", ROOT / "benchmarks")
        for path in folder.rglob("*.py")
        if "migrations" not in path.parts and path.stat().st_size
    ]


def lengths() -> dict[str, int]:
    return {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in hand_written()
    }


def test_no_file_is_too_long() -> None:
    assert {name: count for name, count in lengths().items() if count > LONGEST_FILE} == {}


def test_files_are_short_as_a_rule() -> None:
    counts = sorted(lengths().values())
    assert statistics.median(counts) <= 80
    assert counts[int(len(counts) * 0.9)] <= 250


def test_every_ignored_type_error_names_its_code() -> None:
    bare = re.compile(r"#\s*type:\s*ignore(?!\[)")
    assert [
        str(path) for path in hand_written() if bare.search(path.read_text(encoding="utf-8"))
    ] == []


def test_the_readme_stays_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= LONGEST_README


def test_nothing_names_a_registry_or_a_path_of_a_machine() -> None:
    secret = re.compile(
        r"https?://(?:pypi|registry|files\.pythonhosted|repo1\.maven)[.\w]*|/work/main"
    )
    suffixes = {".py", ".md", ".toml", ".lock", ".html", ".css", ".js", ".yaml", ".csv", ""}
    found = [
        str(path.relative_to(ROOT))
        for folder in (SOURCE, ROOT / "docs", ROOT / "tests", ROOT / ".ci")
        for path in (*folder.rglob("*"), *ROOT.glob("*"))
        if path.is_file()
        and path.suffix in suffixes
        and path != Path(__file__)
        and secret.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []
