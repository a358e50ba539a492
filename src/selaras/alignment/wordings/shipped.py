"""The words that the product ships for types of facts that many countries' regions speak of.

`data/wordings.yaml` has an entry for each key of a type, with fields of `Wording`; `choices` has
the words of each value besides its label. They are a beginning: owners edit them in the admin.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from selaras.alignment.engine.wording import Stricter, Wording
from selaras.alignment.wordings.normal import tidied

FILE = Path(__file__).resolve().parents[1] / "data" / "wordings.yaml"
_LISTS = frozenset({"aliases", "patterns", "excludes"})
_FLAGS = frozenset({"rounded", "several", "mandatory"})


@cache
def shipped() -> Mapping[str, Mapping[str, Any]]:
    """The entries by key. Raises ValueError, naming the type, for a field that is none."""
    entries: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    known = _LISTS | _FLAGS | {"choices", "inherited", "stricter"}
    for key, entry in entries.items():
        if unknown := entry.keys() - known:
            raise ValueError(f"{FILE.name}: {key} has unknown fields: {sorted(unknown)}")
    return entries


def dressed(wording: Wording) -> Wording | None:
    """The wording with the shipped words of its key; None where none are shipped."""
    entry = shipped().get(wording.key)
    if entry is None:
        return None
    more = entry.get("choices", {})
    given: dict[str, Any] = {
        **{name: tidied(entry[name]) for name in _LISTS & entry.keys()},
        **{name: entry[name] for name in _FLAGS & entry.keys()},
        "stricter": Stricter(entry.get("stricter", "")),
        "choices": {
            value: tidied([*words, *more.get(value, ())])
            for value, words in wording.choices.items()
        },
    }
    return replace(wording, **given)
