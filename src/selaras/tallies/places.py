"""The places that rows of counts are about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selaras.common.errors import Flaw
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL, gazetteer
from selaras.language.gazetteer import AmbiguousPlace, Gazetteer, PlaceError
from selaras.tallies.codes import SPECIAL, lies_in, parent_of
from selaras.tallies.errors import RowFlaw
from selaras.tallies.sheet import SheetRow

LONGEST_NAME = 100
SHORT_CODE = 4
# What a spreadsheet would take for a formula when somebody opens our file in it.
FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Places:
    """All regions, and how people name them."""

    regions: dict[str, Region]
    names: Gazetteer

    @classmethod
    def load(cls) -> "Places":
        """A fixed number of queries."""
        return cls(Region.objects.in_bulk(), gazetteer())

    def known(self, rows: Sequence[SheetRow]) -> tuple[list[SheetRow], list[Flaw]]:
        """The rows with the codes of what they are about, and a flaw for each that has none."""
        coded = [replace(row, code=self._code(row)) for row in rows]
        flaws = [flaw for row in coded if (flaw := self._flaw(row))]
        return coded, [*flaws, *self._repeated(coded)]

    def scope_of(self, rows: Sequence[SheetRow]) -> str:
        """The row that all others seem to add up to: a province where there is only that one."""
        codes = {row.code for row in rows}
        tops = {code if parent_of(code) == NATIONAL else parent_of(code) for code in codes}
        one_province = len(tops) == 1 and tops <= codes & self.regions.keys()
        return tops.pop() if one_province and len(codes) > 1 else NATIONAL

    def outside(self, rows: Sequence[SheetRow], scope: str) -> Iterator[Flaw]:
        for row in rows:
            known = row.code in self.regions or row.code in SPECIAL
            if known and not lies_in(row.code, scope):
                problem = f"kode {row.code} tidak termasuk {self.name_of(scope)}."
                yield RowFlaw(row.line, row.code, problem, "Hapus barisnya.", row.name)

    def absent(self, rows: Sequence[SheetRow], scope: str) -> Iterator[str]:
        """Names of regions directly in the scope without a row, where others have one."""
        codes = {row.code for row in rows}
        direct = {code for code in self.regions if code != scope and parent_of(code) == scope}
        if codes & direct:
            yield from (self.regions[code].full_name for code in sorted(direct - codes))

    def name_of(self, code: str) -> str:
        return self.regions[code].full_name

    def _code(self, row: SheetRow) -> str:
        """The code as written, `3273` as `32.73`; by name where a format has no codes."""
        if row.code:
            bare = row.code
            digits = len(bare) == SHORT_CODE and bare.isdecimal() and bare.isascii()
            return f"{bare[:2]}.{bare[2:]}" if digits else bare
        meant = self._meanings(row.name)
        return meant[0] if len(meant) == 1 else ""

    def _flaw(self, row: SheetRow) -> Flaw | None:
        def flaw(problem: str, remedy: str) -> Flaw:
            return RowFlaw(row.line, row.code[:80], problem, remedy, row.name[:60])

        if row.code not in self.regions and row.code not in SPECIAL:
            problem = f'kode wilayah "{row.code[:20]}" tidak dikenal.'
            if not row.code:
                problem = "kode wilayahnya tidak ada."
            return flaw(problem, "Pakai kode Kemendagri; 99 untuk luar negeri, 00 untuk nasional.")
        if not 0 < len(row.name) <= LONGEST_NAME or row.name.startswith(FORMULA):
            return flaw("namanya kosong atau tidak wajar.", "Tulis nama wilayahnya.")
        meant = self._meanings(row.name)
        if row.code in self.regions and meant and row.code not in meant:
            problem = f"kode {row.code} adalah {self.name_of(row.code)}, bukan {row.name}."
            return flaw(problem, f"Kode {row.name}: {', '.join(meant)}.")
        return None

    def _meanings(self, name: str) -> list[str]:
        """The codes of the regions that have this name; none where nobody knows it."""
        try:
            return [self.names.resolve(name).code]
        except AmbiguousPlace as error:
            return [place.code for place in error.candidates]
        except PlaceError:
            return []

    def _repeated(self, rows: Sequence[SheetRow]) -> Iterator[Flaw]:
        times = Counter(row.code for row in rows if row.code)
        seen: dict[str, SheetRow] = {}
        for row in rows:
            first = seen.setdefault(row.code, row)
            if times[row.code] > 1 and first is not row:
                where = f" di baris {first.line}" if first.line else ""
                problem = f"kode {row.code} sudah ada{where} ({first.name})."
                yield RowFlaw(row.line, row.code, problem, "Sisakan satu.", row.name)
