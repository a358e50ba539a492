"""Words that mean the same: those that are shipped, and what the platform made of them.

The shipped file has one group on a line, `ktp = kartu tanda penduduk`. A form with `!` before it
is meant only where it is written in capitals; lines with `#` say something to people.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from selaras.search.kept import Kept
from selaras.search.models import SynonymGroup

FILE = Path(__file__).resolve().parent / "data" / "synonyms.txt"
CHANGED = "search:synonyms"  # by what the ledger knows that they were changed
BETWEEN = " = "
Forms = tuple[str, ...]


class Group(NamedTuple):
    """A group as it stands now. `row` is what the platform wrote about it, if anything;
    `shipped` its line in the shipped file, empty for one of the platform's own."""

    forms: Forms
    shipped: str
    row: SynonymGroup | None

    @property
    def active(self) -> bool:
        return self.row is None or not self.row.removed

    @property
    def key(self) -> str:
        """Names the group in an address."""
        if self.shipped:
            return f"s{blake2b(self.shipped.encode(), digest_size=8).hexdigest()}"
        return f"p{self.row.pk}" if self.row else ""


def forms_in(line: str) -> Forms:
    """The forms of a line, tidied, each once; however it is spaced."""
    tidy = (" ".join(one.split()) for one in line.split("="))
    return tuple(dict.fromkeys(one for one in tidy if one.removeprefix("!").strip()))


def shown_form(form: str) -> str:
    """As people read it: what is meant in capitals alone stands in capitals."""
    return form.removeprefix("!").upper() if form.startswith("!") else form


def line_of(forms: Iterable[str]) -> str:
    return BETWEEN.join(forms)


@cache
def shipped() -> tuple[Forms, ...]:
    """The groups of the file. Raises ValueError, naming the line, for one that is none."""
    found = []
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if said:
            forms = forms_in(said)
            if len(forms) < 2:  # noqa: PLR2004 - what is the same needs two
                raise ValueError(f"{FILE.name}: line {number} has no two forms")
            found.append(forms)
    return tuple(found)


def all_groups() -> list[Group]:
    """Every group, also those that are switched off: the shipped ones in their place first, then
    the platform's own. One query."""
    rows = list(SynonymGroup.objects.all())
    instead = {row.replaces: row for row in rows if row.replaces}
    lines = [line_of(forms) for forms in shipped()]
    here = [
        Group(forms_in(instead[line].forms) if line in instead else forms_in(line), line,
              instead.get(line))
        for line in lines
    ]  # fmt: skip
    # What stood in place of a line that is shipped no more stays, as a group of its own.
    known = set(lines)
    own = [row for row in rows if row.replaces not in known and not row.removed]
    return here + [Group(forms_in(row.forms), "", row) for row in own]


def _read() -> tuple[Forms, ...]:
    return tuple(group.forms for group in all_groups() if group.active)


_groups: Kept[tuple[Forms, ...]] = Kept(CHANGED, _read)


def groups() -> Sequence[Forms]:
    """The groups that count now, forms with their `!`. A second old at most."""
    return _groups.get()


def forget_groups() -> None:
    """For whoever has just changed them."""
    _groups.forget()
