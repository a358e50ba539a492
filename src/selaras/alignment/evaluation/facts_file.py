"""Types and facts from a JSON file, as knowledge to check against without a database."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from selaras.alignment.engine.agreeing import number_of, period_of
from selaras.alignment.engine.results import Version
from selaras.alignment.engine.wording import Stricter, Wording
from selaras.alignment.errors import BadFile
from selaras.alignment.wordings.shipped import shipped
from selaras.language.reading.words import word_set

NATIONAL = "00"
_LEVELS = ("national", "province", "regency")
_KINDS = word_set("""
    choice number percentage money date period time contact text
""")


class FileKnowledge:
    """The facts of a file; of what is inherited the nearest region that has a value wins."""

    def __init__(
        self,
        versions: Iterable[Version],
        parents: Mapping[str, str],
        wordings: Iterable[Wording],
    ) -> None:
        self._inherited = {one.key for one in wordings if one.inherited}
        self._of: defaultdict[tuple[str, str], list[Version]] = defaultdict(list)
        for version in sorted(versions, key=lambda one: one.valid_from):
            self._of[version.type_key, version.region].append(version)
        self._parents = parents

    def versions(self, type_key: str, region: str) -> Sequence[Version]:
        code: str | None = region
        while code:
            if found := self._of.get((type_key, code)):
                return found
            code = self._parents.get(code) if type_key in self._inherited else None
        return ()


def load(path: Path) -> tuple[list[Wording], list[Version]]:
    """`{"types": [...], "facts": [...]}`; raises BadFile, saying which entry is wrong and how."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise BadFile(f"{path} tidak dapat dibaca sebagai JSON.", str(error)) from error
    try:
        wordings = [_wording(entry) for entry in read["types"]]
        kinds = {one.key: one.kind for one in wordings}
        versions = [_version(entry) for entry in read["facts"]]
        for one in versions:
            _require_value(one, kinds[one.type_key])
        return wordings, versions
    except (KeyError, TypeError, ValueError) as error:
        raise BadFile(f"{path}: isinya kurang atau keliru.", repr(error)) from error


def _wording(entry: Mapping[str, Any]) -> Wording:
    """The file's own words and those that are shipped for the same key."""
    if entry["kind"] not in _KINDS:
        raise ValueError(f"{entry['key']}: kind {entry['kind']!r}")
    known = shipped().get(entry["key"], {})
    scope = entry["scope"]
    return Wording(
        key=entry["key"],
        label=entry["label"],
        kind=entry["kind"],
        narrowest=scope,
        broadest="national" if scope in _LEVELS else scope,
        inherited=bool(entry.get("inherited", known.get("inherited", False))),
        unit=entry.get("unit", ""),
        aliases=(*entry.get("aliases", ()), *known.get("aliases", ())),
        patterns=tuple(entry.get("patterns") or known.get("patterns", ())),
        excludes=(*entry.get("excludes", ()), *known.get("excludes", ())),
        choices={
            value: tuple(known.get("choices", {}).get(value, ()))
            for value in entry.get("choices", ())
        },
        rounded=entry.get("rounded", known.get("rounded", True)),
        several=entry.get("several", known.get("several", False)),
        stricter=Stricter(entry.get("stricter", known.get("stricter", ""))),
    )


def _require_value(version: Version, kind: str) -> None:
    """Raises ValueError or TypeError for a value that is none of its kind."""
    if kind == "period":
        period_of(version.value)
    elif kind == "date":
        date.fromisoformat(version.value)
    elif kind in ("number", "percentage", "money") and number_of(version.value) is None:
        raise ValueError(f"{version.type_key}: {version.value!r}")


def _version(entry: Mapping[str, Any]) -> Version:
    until = entry.get("valid_to")
    return Version(
        type_key=entry["type"],
        region=entry["region"] or NATIONAL,
        value=entry["value"],
        valid_from=date.fromisoformat(entry["valid_from"]),
        valid_to=date.fromisoformat(until) if until else None,
        recorded_from=date.fromisoformat(entry.get("recorded_from") or entry["valid_from"]),
        source=entry.get("source", ""),
    )
