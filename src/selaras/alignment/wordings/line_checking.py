"""What is wrong with one line of a wording, told to somebody who is no programmer."""

import re
from collections.abc import Iterator, Sequence

from selaras.alignment.engine.patterns import VALUE, PatternError, parse_pattern
from selaras.alignment.wordings.errors import WordingFlaw
from selaras.alignment.wordings.normal import normal, spellings

MOST_LINES = 80
MOST_LETTERS = 100
FEWEST_LETTERS = 3
MOST_PATTERNS = 40
MOST_SHOWN = 60
PLACE = "{nilai}"
HOW = (
    'Tulis kata-katanya saja dengan {nilai} di tempat nilainya, misalnya "level {nilai}".'
    ' Pilihan kata ditulis "(zona|status)", kata yang boleh tidak ada "[risiko]".'
)
# What stands in regular expressions and never in words: \d, .*, ^, [0-9], (?:…), {1,3}.
_EXPRESSION = re.compile(r"[\\^$*+?]|\[(?:\w-\w)+\]|\{\d+,?\d*\}")
# Words that stand in every text: as the name of a type they would find it everywhere.
_COMMON = """
    ada adalah agar akan angka antara apa atas atau bagi bahwa baik baru bisa bukan bulan dalam
    dan dapat dari data demi dengan di hal hari hingga ia ialah ini itu jadi jika juga jumlah kami
    karena ke kepada kini kita lain lalu lebih maka masih menjadi mereka mulai namun nilai oleh
    pada para per pun saat saja sampai saya sebagai sebesar sejak sekarang semua seperti serta
    setiap sudah tahun tanggal telah terhadap tersebut tetapi tidak untuk warga yaitu yakni yang
"""
_EVERYWHERE = frozenset(_COMMON.split())


def line_flaws(field: str, what: str, lines: Sequence[str]) -> Iterator[WordingFlaw]:
    """How many they are, how long each is, and whether it can be read."""
    if len(lines) > MOST_LINES:
        yield WordingFlaw(
            field, f"{what} ada {len(lines)}, paling banyak {MOST_LINES}.", "Sisakan yang terpakai."
        )
    for line in lines:
        if len(line) > MOST_LETTERS:
            problem = f'{what} "{line[:40]}…" panjangnya {len(line)} huruf, paling banyak'
            yield WordingFlaw(field, f"{problem} {MOST_LETTERS}.", "Tulis intinya saja.")
        elif not normal(line):
            yield WordingFlaw(field, f'{what} "{line}" tidak memuat huruf.', "Tulis kata-katanya.")
        elif _EXPRESSION.search(line.replace(PLACE, " ")):
            yield _expression(field, what, line)
        else:
            yield from _unreadable(field, line)


def name_flaws(aliases: Sequence[str], label: str) -> Iterator[WordingFlaw]:
    """Names that would be found in texts about anything."""
    for alias in aliases:
        spelled = spellings(alias)
        if any(sum(map(str.isalpha, words)) < FEWEST_LETTERS for words in spelled):
            yield WordingFlaw(
                "aliases",
                f'Sebutan "{alias}" kurang dari {FEWEST_LETTERS} huruf.',
                "Tulis lebih lengkap, supaya kalimat lain tidak ikut terbaca.",
            )
        elif any(set(words.split()) <= _EVERYWHERE for words in spelled):
            yield WordingFlaw(
                "aliases",
                f'Sebutan "{alias}" terlalu umum: ada di hampir setiap teks.',
                f'Tambahkan kata yang khas bagi "{label}".',
            )


def pattern_flaws(patterns: Sequence[str]) -> Iterator[WordingFlaw]:
    if len(patterns) > MOST_PATTERNS:
        yield WordingFlaw(
            "patterns",
            f"Bentuk nilai ada {len(patterns)}, paling banyak {MOST_PATTERNS}.",
            "Gabungkan yang mirip dengan pilihan kata (a|b).",
        )
    for pattern in patterns:
        yield from _pattern_flaws(pattern)


def _pattern_flaws(pattern: str) -> Iterator[WordingFlaw]:
    if _EXPRESSION.search(pattern.replace(PLACE, " ")):
        yield _expression("patterns", "Bentuk", pattern)
    elif pattern.count(PLACE) != 1:
        many = "memuat lebih dari satu" if PLACE in pattern else "tidak memuat"
        yield WordingFlaw("patterns", f'Bentuk "{_cut(pattern)}" {many} {PLACE}.', HOW)
    elif found := list(_unreadable("patterns", pattern)):
        yield from found
    elif all(sequence[0] is VALUE for sequence in parse_pattern(pattern).sequences):
        yield WordingFlaw(
            "patterns",
            f'Bentuk "{_cut(pattern)}" dimulai dengan {PLACE}.',
            "Nilai di depan kata terbaca tanpa bentuk: hapus baris ini, atau mulai dengan kata.",
        )


def _unreadable(field: str, line: str) -> Iterator[WordingFlaw]:
    try:
        parse_pattern(line)
    except PatternError as error:
        told = error.problem if error.problem.startswith('"') else f"{_cut(line)}: {error.problem}"
        yield WordingFlaw(field, told, error.remedy)


def _expression(field: str, what: str, line: str) -> WordingFlaw:
    return WordingFlaw(field, f'{what} "{_cut(line)}" adalah ekspresi reguler.', HOW)


def _cut(line: str) -> str:
    return f"{line[: MOST_SHOWN - 1]}…" if len(line) > MOST_SHOWN else line
