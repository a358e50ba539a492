"""Every kind of effect that is owed anywhere in the source has somebody who settles it."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import selaras.ledger
from selaras.ledger.worker import handled_kinds

SOURCE = Path(selaras.ledger.__file__).parents[1]
OWING = {"owe", "OwedEffect"}


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in SOURCE.rglob("*.py"):
        if {"tests", "migrations"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node.func) in OWING:
                yield path, node


def name_of(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def kind_of(path: Path, call: ast.Call) -> str | None:
    """The kind that a call names, itself or by a constant of its module."""
    given = {keyword.arg: keyword.value for keyword in call.keywords}.get("kind")
    if isinstance(given, ast.Constant):
        return str(given.value)
    if isinstance(given, ast.Name):
        parts = ("selaras", *path.relative_to(SOURCE).with_suffix("").parts)
        found = getattr(import_module(".".join(parts)), given.id, None)
        return found if isinstance(found, str) else None
    return None


def test_every_effect_that_is_owed_has_a_handler() -> None:
    ledger = SOURCE / "ledger" / "services" / "owing.py"
    owed = {
        f"{path.relative_to(SOURCE)}:{call.lineno}": kind_of(path, call)
        for path, call in calls()
        # Here `owe` makes the row from whatever kind it was given.
        if not (path == ledger and name_of(call.func) == "OwedEffect")
    }
    assert owed
    assert {place: kind for place, kind in owed.items() if kind not in handled_kinds()} == {}


def test_every_handler_settles_something_that_is_owed() -> None:
    assert handled_kinds() - {kind_of(path, call) for path, call in calls()} == set()
