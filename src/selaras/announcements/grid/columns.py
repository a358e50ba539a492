"""What the columns of a table mean: by their headings, or where there are none by their content."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from selaras.announcements.grid.errors import GridFlaw, Mistake, unreadable
from selaras.announcements.grid.places import Places
from selaras.announcements.grid.tables import Record, letter
from selaras.facts.models import FactType

CODE, NAME, AROUND, TYPE, VALUE = "kode", "nama", "provinsi", "jenis", "nilai"
_USUAL_BY_MEANING = {
    CODE: "kode, kode wilayah, kode kemendagri, kode daerah, kode kab kota, kode kabupaten kota, "
    "kode region, kode provinsi, code",
    NAME: "nama, wilayah, nama wilayah, daerah, nama daerah, kabupaten kota, kab kota, kabupaten, "
    "kota, kota kabupaten, nama kabupaten kota, nama kab kota, kabupaten dan kota, region, name",
    AROUND: "provinsi, nama provinsi, prov, province",
    TYPE: "jenis, jenis fakta, fakta, type",
    VALUE: "nilai, isi, value, nilai baru, menjadi",
}
_USUAL = {word: one for one, words in _USUAL_BY_MEANING.items() for word in words.split(", ")}
MOST = 0.5  # of what stands in a column of regions must be one
HEADING_WITHIN = 12  # rows: above the headings a sheet has a title
SAMPLE = 60


@dataclass
class Columns:
    """Where what stands; `first` is the index of the first row below the headings."""

    first: int = 0
    width: int = 0
    code: int | None = None
    name: int | None = None
    kind: int | None = None
    value: int | None = None
    types: dict[int, FactType] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    flaws: list[GridFlaw] = field(default_factory=list)

    @property
    def of_region(self) -> list[int]:
        return [column for column in (self.code, self.name) if column is not None]


def columns_of(records: Sequence[Record], types: Sequence[FactType], places: Places) -> Columns:
    """Raises `InvalidGrid` where no column names regions, or none holds values."""
    known = _headings(types)
    for index, record in enumerate(records[:HEADING_WITHIN]):
        meant = [known.get(plain(cell)) for cell in record.cells]
        regional = [one for one in meant if one in {CODE, NAME, AROUND}]
        if (regional and len(record.cells) > 1) or any(isinstance(one, FactType) for one in meant):
            return _Headed(records, index, types).read(meant, places)
    return _by_content(records, types, places)


def plain(heading: str) -> str:
    """A heading for comparison: without case, signs, and what stands in brackets."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    bare = re.sub(r"\(.*?\)|\[.*?\]", " ", folded).strip() or folded
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def _headings(types: Sequence[FactType]) -> dict[str, str | FactType]:
    """Every heading that is understood. A type's own name wins over a usual word."""
    known: dict[str, str | FactType] = dict(_USUAL)
    tails = [plain(one.key.rpartition(".")[2]) for one in types]
    for one, tail in zip(types, tails, strict=True):
        if tails.count(tail) == 1 and tail not in _USUAL:
            known[tail] = one
    for one in types:
        for heading in (one.key, one.label, f"{one.label} {one.unit}"):
            known[plain(heading)] = one
    return known


class _Headed:
    """Reads a table with headings in the row at `index`."""

    def __init__(self, records: Sequence[Record], index: int, types: Sequence[FactType]) -> None:
        self.record, self.below, self.types = records[index], records[index + 1 :], types
        self.found = Columns(first=index + 1, width=len(self.record.cells))

    def read(self, meant: list[str | FactType | None], places: Places) -> Columns:
        for column, one in enumerate(meant):
            self._take(column, one)
        if not self.found.of_region and AROUND in meant:
            self.found.name = meant.index(AROUND)
        if not self.found.of_region:
            self._region_by_content(meant, places)
        self._rest([column for column, one in enumerate(meant) if one is None])
        return self.found

    def _take(self, column: int, one: str | FactType | None) -> None:
        found = self.found
        if isinstance(one, FactType):
            if one in found.types.values():
                first = next(at for at, other in found.types.items() if other == one)
                problem = f'Kolom "{one.label}" ada dua: {letter(first)} dan {letter(column)}.'
                self._flaw(problem, "Sisakan satu.")
            else:
                found.types[column] = one
        elif one == CODE and found.code is None:
            found.code = column
        elif one == NAME and found.name is None:
            found.name = column
        elif one == TYPE and found.kind is None:
            found.kind = column
        elif one == VALUE and found.value is None:
            found.value = column

    def _region_by_content(self, meant: list[str | FactType | None], places: Places) -> None:
        free = [column for column, one in enumerate(meant) if one is None]
        regional = [column for column in free if _share(self.below, column, places) > MOST]
        if not regional:
            problem = "Tidak ada kolom wilayah."
            remedy = 'Beri judul "kode" atau "wilayah" pada kolomnya.'
            raise unreadable(self.record.line, problem, remedy, Mistake.NO_REGION)
        self.found.name = regional[0]
        meant[regional[0]] = NAME

    def _rest(self, free: list[int]) -> None:
        """Headings that nobody knows: one may be the value, one be misspelt."""
        found = self.found
        filled = [one for one in free if any(row.cell(one) for row in self.below)]
        if found.value is not None and found.types and found.kind is None:
            filled.append(found.value)
            found.value = None
        if found.types or found.value is not None:
            self._look_for_misspelt(filled)
        elif len(filled) == 1 and len(self.types) == 1:
            found.value = filled[0]
        else:
            names = ", ".join(f'"{self._heading(one)}"' for one in filled[:5]) or "tidak ada"
            problem = f"Judul kolom nilai tidak dikenal: {names}."
            remedy = f"Yang dikenal: {', '.join(one.label for one in self.types)}."
            raise unreadable(self.record.line, problem, remedy, Mistake.HEADER)

    def _look_for_misspelt(self, columns: list[int]) -> None:
        missing = {plain(one.label): one for one in self.types if one not in self.types_found}
        for column in columns:
            heading = self._heading(column)
            if column in self.record.covered:
                problem = f"Judul kolom {letter(column)} tertutup sel gabungan."
                self._flaw(f"{problem[:-1]} ({self.record.covered[column]}).", "Pisahkan selnya.")
            elif near := get_close_matches(plain(heading), missing, 1, 0.75):
                label = missing[near[0]].label
                self._flaw(f'Judul kolom "{heading}" tidak dikenal.', f'Mungkin "{label}".')
            else:
                self.found.unused.append(heading or f"kolom {letter(column)}")

    @property
    def types_found(self) -> list[FactType]:
        return list(self.found.types.values())

    def _heading(self, column: int) -> str:
        return self.record.cell(column)[:40]

    def _flaw(self, problem: str, remedy: str) -> None:
        line = self.record.line
        self.found.flaws.append(GridFlaw(line, "", problem, remedy, Mistake.HEADER))


def _by_content(records: Sequence[Record], types: Sequence[FactType], places: Places) -> Columns:
    """Without headings: the columns that name regions, and beside them the types in their order."""
    width = max(len(record.cells) for record in records)
    shares = [_share(records, column, places) for column in range(width)]
    regional = [column for column, share in enumerate(shares) if share > MOST]
    if width == 1:
        raise _unseparated(records)
    if not regional:
        problem = "Tidak ada kolom yang berisi kode atau nama wilayah."
        remedy = 'Sertakan kolom wilayah; judulnya "kode" atau "wilayah".'
        raise unreadable(records[0].line, problem, remedy, Mistake.NO_REGION)
    coded = [column for column in regional if _codes(records, column)]
    named = [column for column in regional if column not in coded]
    found = Columns(width=width, code=coded[0] if coded else None)
    # Beside a province stands the region that is meant: the later column is the narrower one.
    found.name = named[-1] if named else None
    rest = [
        column
        for column in range(width)
        if column not in regional
        and any(row.cell(column) for row in records)
        and not _is_numbering(records, column)
    ]
    if len(rest) == 1 and len(types) == 1:
        found.value = rest[0]
    elif 0 < len(rest) == len(types):
        found.types = dict(zip(rest, types, strict=True))
    else:
        problem = f"Tabel tanpa judul punya {len(rest)} kolom nilai, bukan {len(types)}."
        remedy = f"Tambahkan baris judul: wilayah, {', '.join(one.label for one in types)}."
        raise unreadable(records[0].line, problem, remedy, Mistake.HEADER)
    return found


def _unseparated(records: Sequence[Record]) -> Exception:
    sample = records[min(1, len(records) - 1)]
    problem = f'Kolom tidak terpisah: "{sample.cells[0][:60]}" ada dalam satu sel.'
    remedy = "Pakai tab, titik koma, atau koma; atau salin langsung dari spreadsheet."
    return unreadable(sample.line, problem, remedy, Mistake.UNSEPARATED)


def _share(records: Sequence[Record], column: int, places: Places) -> float:
    """How much of what stands in the column may mean a region."""
    cells = [record.cell(column) for record in records[:SAMPLE]]
    filled = [cell for cell in cells if cell]
    return sum(places.may_mean(cell) for cell in filled) / max(len(filled), 1)


def _codes(records: Sequence[Record], column: int) -> bool:
    cells = [record.cell(column) for record in records[:SAMPLE]]
    return sum(cell[:1].isdecimal() for cell in cells) * 2 > len(cells)


def _is_numbering(records: Sequence[Record], column: int) -> bool:
    """1, 2, 3 … as lists have it in front."""
    numbers = [record.cell(column).rstrip(".") for record in records]
    return len(numbers) > 1 and numbers == [str(one) for one in range(1, len(numbers) + 1)]
