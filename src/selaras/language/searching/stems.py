"""The stem of an Indonesian word: affixes are taken off where a known root remains.

A word whose root is not known keeps its affixes, but for particles: names and words from elsewhere
are many, and a wrong stem finds what nobody meant.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib.resources import files

from selaras.language.reading.words import word_set

_VOWELS = frozenset("aiueo")
_PARTICLES = ("lah", "kah", "tah", "pun")
_POSSESSIVES = ("nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
_PLAIN = ("ketidak", "di", "ke", "se", "ku", "kau")
# Of two readings these are meant: mengukur is ukur, not kukur; memberikan is beri, not ikan.
_MEANT = word_set("""
ukur ubah alam operasi makan masak minum ada olah beri tani baik lama sah urus rusak awas usir usia
alat isi bank beban aku laku masuk
""")
_SHORTEST_KNOWN, _SHORTEST_WORD, _SHORTEST_LEFT = 3, 5, 5
_MOST_PREFIXES = 3


def stem(word: str) -> str:
    """The root of a folded word, or the word itself. Cached: texts repeat their words."""
    return _stem(word)


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    known = roots()
    if len(word) < _SHORTEST_WORD or word in known or not word.isalpha():
        return word
    best: tuple[tuple[bool, int, bool, int, int], str] | None = None
    for rest, taken in _without_suffixes(word):
        # mengata-kan, not mengatak-an
        split = rest.endswith("k") and word.startswith(rest + "an")
        for root, prefixes in _without_prefixes(rest, known):
            if root not in known or len(root) < _SHORTEST_KNOWN:
                continue
            # Few affixes, then the longest root; of two, the one whose suffix was taken.
            rank = (root not in _MEANT, taken + prefixes, split, -len(root), prefixes)
            if best is None or rank < best[0]:
                best = (rank, root)
    return best[1] if best is not None else _without_particles(word)


def _without_suffixes(word: str) -> Iterator[tuple[str, int]]:
    """The word without its particle, its possessive, its suffix: each with how many are off."""
    forms = [(word, 0)]
    for endings in (_PARTICLES, _POSSESSIVES, _SUFFIXES):
        forms += [
            (form[: -len(ending)], count + 1)
            for form, count in forms
            for ending in endings
            if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_KNOWN
        ]
    yield from forms


def _without_prefixes(
    word: str, known: Collection[str], depth: int = 0
) -> Iterator[tuple[str, int]]:
    """The word less its prefixes, and how many those are."""
    yield word, depth
    if depth == _MOST_PREFIXES or word in known:
        return
    for rest in _one_prefix_less(word):
        if len(rest) >= _SHORTEST_KNOWN:
            yield from _without_prefixes(rest, known, depth + 1)


def _one_prefix_less(word: str) -> Iterator[str]:
    for prefix in _PLAIN:
        if word.startswith(prefix):
            yield word[len(prefix) :]
    head, rest = word[:2], word[2:]
    if head in {"be", "te", "pe"}:
        if rest[:1] == "r" or (rest[:1] == "l" and head in {"be", "pe"}):
            yield rest[1:]  # beranak, belajar, pelajar
        if rest[:1] != "m" or head != "pe":
            yield rest  # berambut: the r is the root's; bekerja, tepercaya, petani
    if head in {"me", "pe"}:
        yield from _without_nasal(rest)


def _without_nasal(rest: str) -> Iterator[str]:
    """What stood before me- and pe- made it nasal: mengirim has lost its k."""
    after = {"ng": "k", "ny": "s", "m": "p", "n": "t"}
    for nasal, lost in after.items():
        if not rest.startswith(nasal):
            continue
        left = rest[len(nasal) :]
        if left[:1] in _VOWELS:
            if nasal == "ng":
                yield left  # mengambil
                if left[:1] == "e":
                    yield left[1:]  # mengecat
            elif nasal == "m":
                yield rest  # memakan
            yield lost + left
        elif nasal != "ny":
            yield left  # membeli
        if nasal != "m":
            yield rest  # menyanyi, menanti
        return
    yield rest


def _without_particles(word: str) -> str:
    for endings in (_PARTICLES, _POSSESSIVES[:1]):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_LEFT:
                word = word[: -len(ending)]
                break
    return word


@lru_cache(maxsize=1)
def roots() -> frozenset[str]:
    """The roots that are known, from `roots.txt`: our own list."""
    text = files("selaras.language.searching").joinpath("roots.txt").read_text(encoding="utf-8")
    return frozenset(
        root for line in text.splitlines() if not line.startswith("#") for root in line.split()
    )
