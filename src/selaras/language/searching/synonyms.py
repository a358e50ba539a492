"""Other ways to say the same: abbreviations with what they stand for, and true synonyms.

Groups of forms come from the caller. A form that begins with "!" counts only in capitals: "AS" is
a country, "as" is part of a wheel. Long forms are compared by stems without stop words, so that
"kependudukan dan pencatatan sipil" is found however it is inflected.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from selaras.language.searching.stems import stem
from selaras.language.searching.stop_words import STOP_WORDS
from selaras.language.searching.words import Word, words_of

Stems = tuple[str, ...]
MOST_MEANINGS = 4  # of one form; what means more says nothing


@dataclass(frozen=True, slots=True)
class Meant:
    """Words `[start, end)` of a question also mean each of `others`, by stems."""

    start: int
    end: int
    others: tuple[Stems, ...]


def key_of(form: str) -> Stems:
    """The stems of a form without its stop words; all of them where it has no other."""
    folded = [word.folded for word in words_of(form)]
    telling = [word for word in folded if word not in STOP_WORDS] or folded
    return tuple(stem(word) if len(telling) > 1 else word for word in telling)


class Thesaurus:
    """Made once of all groups; looking up costs what the question costs."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._others: dict[Stems, list[Stems]] = defaultdict(list)
        self._capitals: set[Stems] = set()
        self._longest: dict[str, int] = {}  # by the stem that a form of several begins with
        for group in groups:
            self._add(group)

    def _add(self, group: Sequence[str]) -> None:
        keys: list[Stems] = []
        for form in group:
            key = key_of(form.removeprefix("!"))
            if not key:
                continue
            if form.startswith("!"):
                self._capitals.add(key)
            if key not in keys:
                keys.append(key)
        for key in keys:
            known = self._others[key]
            known += [one for one in keys if one != key and one not in known]
            self._longest[key[0]] = max(self._longest.get(key[0], 1), len(key))

    def knows(self, word: str) -> bool:
        """Whether a folded word is a form by itself, in small letters too."""
        return (word,) in self._others and (word,) not in self._capitals

    def meant(self, words: Sequence[Word]) -> list[Meant]:
        """What the words of a question, without stop words, also mean; the longest forms first.

        Forms may not lie in each other: within "bantuan sosial tunai" "bantuan sosial" is not
        looked up again.
        """
        found: list[Meant] = []
        at = 0
        while at < len(words):
            one = self._at(words, at)
            if one is None:
                at += 1
            else:
                found.append(one)
                at = one.end
        return found

    def _at(self, words: Sequence[Word], start: int) -> Meant | None:
        longest = self._longest.get(stem(words[start].folded), 1)
        for end in range(min(len(words), start + longest), start, -1):
            part = words[start:end]
            key = self._single(part[0]) if len(part) == 1 else tuple(stem(w.folded) for w in part)
            others = self._others.get(key)
            if others and len(others) <= MOST_MEANINGS * 2 and self._counts(key, part):
                return Meant(start, end, tuple(others))
        return None

    def _single(self, word: Word) -> Stems:
        """ "bansosnya" is bansos."""
        bare = word.folded.removesuffix("nya")
        return (bare if self.knows(bare) and not self.knows(word.folded) else word.folded,)

    def _counts(self, key: Stems, part: Sequence[Word]) -> bool:
        return key not in self._capitals or all(word.upper for word in part)
