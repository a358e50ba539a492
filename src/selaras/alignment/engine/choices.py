"""Choices in a sentence: by a pattern, in brackets behind a region, or by their own words."""

from collections.abc import Iterator

from selaras.alignment.engine.candidate import Candidate, patterns_of
from selaras.alignment.engine.lexicon import Hit
from selaras.alignment.engine.said import ChoiceSaid
from selaras.alignment.engine.scene import REMEMBERED, Scene, Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.dates import MONTH_NUMBERS

_SHORT_LINE = 90  # characters of a line in a list
_NUMERALS = {
    word: str(number)
    for number, words in enumerate(
        ("satu i kesatu pertama", "dua ii kedua", "tiga iii ketiga", "empat iv keempat",
         "lima v kelima", "enam vi keenam"), start=1,
    )
    for word in words.split()
}  # fmt: skip


def choices(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    passed, written = -1, False
    for hit in sorted(patterns_of(stretch, wording), key=lambda one: (one.first, -one.last)):
        if hit.value is None or hit.first < passed:
            continue
        found = _choice_at(scene, hit.value, stretch.last, wording)
        if found is None:
            continue
        written = True
        if _is_one_of_many(scene, max(hit.last, found[1])) or _ends_a_range(scene, hit.first):
            continue
        passed = max(hit.last, found[1])
        first = hit.first if _belongs(scene, hit, found[0], wording) else hit.value
        start, end = scene.tokens[first].start, scene.tokens[passed - 1].end
        yield Candidate(start, end, start, ChoiceSaid(found[0]), own=True)
    named = any(hit.alias and hit.type_key == wording.key for hit in stretch.hits)
    if named or _is_headed(scene, stretch, wording):
        yield from _bracketed(scene, stretch, wording)
    if named and not written:
        yield from _named_choices(scene, stretch, wording)


def _belongs(scene: Scene, hit: Hit, choice: str, wording: Wording) -> bool:
    """Whether a pattern's word is part of the value: "level 3", "siaga merah"; not "status"."""
    value = scene.tokens[hit.value or hit.first]
    lead = scene.tokens[hit.first].base
    named = any(lead in text.lower().split() for text in wording.choices.get(choice, ()))
    return named or value.number or _is_numeral(value.word)


def _named_choices(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    """ "Status siaga Kota Bandung kini merah": a choice by its word, without a pattern."""
    at = stretch.first
    while at < stretch.last:
        found = None if scene.tokens[at].number else _choice_at(scene, at, stretch.last, wording)
        if found and not _is_numeral(scene.tokens[at].word):
            start, end = scene.tokens[at].start, scene.tokens[found[1] - 1].end
            yield Candidate(start, end, start, ChoiceSaid(found[0]))
            at = found[1]
        else:
            at += 1


def _is_headed(scene: Scene, stretch: Stretch, wording: Wording) -> bool:
    """Whether the line stands under one that names the type: "Level PPKM per kabupaten:"."""
    for at in range(stretch.at - 1, max(stretch.at - REMEMBERED, 0) - 1, -1):
        earlier = scene.stretches[at]
        if any(hit.alias and hit.type_key == wording.key for hit in earlier.hits):
            return scene.text[earlier.sentence.end - 1] not in ".!?"
        if earlier.sentence.end - earlier.sentence.start > _SHORT_LINE:
            return False
    return False


def _bracketed(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    """ "Kota Bandung (3), Cimahi (2)", "Kota Bandung - 3": a bare value behind a region."""
    for name in scene.places_in(stretch):
        token = scene.tokens[name.last] if name.last < stretch.last else None
        if token is None or not token.number:
            continue
        before = scene.text[name.end : token.start].strip()
        after = scene.text[token.end : token.end + 1]
        ends = token.end >= stretch.sentence.end - 1
        if not ((before == "(" and after == ")") or (before in ("-", ":", "=") and ends)):
            continue
        if found := _choice_at(scene, name.last, stretch.last, wording):
            yield Candidate(token.start, token.end, token.start, ChoiceSaid(found[0]), own=True)


def _choice_at(scene: Scene, at: int, last: int, wording: Wording) -> tuple[str, int] | None:
    """The choice whose words stand at the token, and the token after them; the longest wins."""
    word = scene.tokens[at].word
    if _NUMERALS.get(word, "") in wording.choices:
        return _NUMERALS[word], at + 1
    for phrase, value in scene.lexicon.choices[wording.key].get(word, ()):
        end = at + len(phrase)
        if end <= last and all(
            token.word == wanted for token, wanted in zip(scene.tokens[at:end], phrase, strict=True)
        ):
            return value, end
    return None


def _is_numeral(word: str) -> bool:
    return word in _NUMERALS


def _ends_a_range(scene: Scene, first: int) -> bool:
    """ "Level 1 sampai dengan Level 4"."""
    words = [token.word for token in scene.tokens[max(first - 3, 0) : first]]
    while words and words[-1] in ("sampai", "dengan", "hingga"):
        words.pop()
    return len(words) < min(first, 3) and bool(words) and words[-1].isdigit()


def _is_one_of_many(scene: Scene, after: int) -> bool:
    """ "Level 3 dan 4", "Level 1-4": a rule for several, not the state of one."""
    if after >= len(scene.tokens):
        return False
    between = scene.text[scene.tokens[after - 1].end : scene.tokens[after].start].strip()
    nearer = scene.tokens[after]
    if nearer.number and between in ("-", "/", ",", "&"):
        return len(nearer.word) == 1
    following = scene.tokens[after + 1] if after + 1 < len(scene.tokens) else None
    if nearer.word not in ("dan", "atau", "hingga", "sampai", "serta") or following is None:
        return False
    if nearer.word in ("hingga", "sampai") and following.word in ("dengan", "level"):
        return (
            not following.number
            and "level"
            in scene.reading.lower[
                nearer.start : scene.tokens[min(after + 3, len(scene.tokens) - 1)].end
            ]
        )
    dated = after + 2 < len(scene.tokens) and scene.tokens[after + 2].word in MONTH_NUMBERS
    bare = following.number and len(following.word) == 1 and not dated
    return bare or following.word in ("iv", "iii", "ii")
