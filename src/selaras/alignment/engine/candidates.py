"""Values in a sentence that may be what a type's statement says, by the kind of the type."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from selaras.alignment.engine.lexicon import Hit
from selaras.alignment.engine.said import (
    AmountSaid,
    ChoiceSaid,
    ClockSaid,
    ContactSaid,
    DateSaid,
    PeriodSaid,
    Said,
)
from selaras.alignment.engine.scene import REMEMBERED, Scene, Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.dates import MONTH_NUMBERS
from selaras.language.reading.amounts import Amount, Bound
from selaras.language.reading.moments import Moment, Role
from selaras.language.reading.moments import Said as Written
from selaras.language.reading.rounding import in_unit
from selaras.language.reading.words import Token, word_set

MOST = 60
_LEAST_MONEY = 1000
_OTHERS = word_set("""
    % IDR pemilih orang warga tps jiwa penduduk kursi dokumen berkas kasus dosis hari jam pelaku
    penerima unit menit minggu bulan tahun km ton liter pekerja buruh perusahaan keluarga usaha
    pedagang pelanggan kepala kk kendaraan motor mobil suara
""")
_SHARES = frozenset(["separuh", "setengah", "seperempat", "sepertiga", "separo"]) | {
    "perempat",
    "pertiga",
}
_SHORT_LINE = 90  # characters of a line in a list
_EDGE_REACH = 9  # tokens from "batas akhir" to its date
_ENDS = word_set("""
    akhir berakhir terakhir selesai usai rampung penutupan ditutup tutup tenggat deadline habis
""")
_BEGINS = word_set("""
    mulai dimulai dibuka buka pembukaan awal bermula
""")
_NUMERALS = {
    word: str(number)
    for number, words in enumerate(
        ("satu i kesatu pertama", "dua ii kedua", "tiga iii ketiga", "empat iv keempat",
         "lima v kelima", "enam vi keenam"), start=1,
    )
    for word in words.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be said of a type: its span in the folded text, and its tokens' outset.

    `outset` is where its comparator or preposition begins. `own` where the type's own pattern
    found it, so that no other name of the type is needed. `moment` is the date it is made of.
    """

    start: int
    end: int
    outset: int
    said: Said
    own: bool = False
    moment: Moment | None = None


def candidates(scene: Scene, stretch: Stretch, wording: Wording) -> list[Candidate]:
    """The values of the type's kind in the sentence, in order: no more than a sentence has."""
    found = islice(_READERS[wording.kind](scene, stretch, wording), MOST)
    if wording.kind == "choice" or not wording.patterns:
        return list(found)
    written = {hit.value for hit in _patterns(stretch, wording)}
    return [replace(one, own=scene.token_at(one.start) in written) for one in found]


def _choices(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    passed, written = -1, False
    for hit in sorted(_patterns(stretch, wording), key=lambda one: (one.first, -one.last)):
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


def _patterns(stretch: Stretch, wording: Wording) -> list[Hit]:
    return [
        hit
        for hit in stretch.hits
        if hit.type_key == wording.key and not hit.alias and not hit.excluded
    ]


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


def _amounts(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    for amount in scene.amounts_in(stretch):
        if scene.reading.lower[amount.start : amount.end].endswith(("separuhnya", "setengahnya")):
            continue  # the half of something else
        said = _amount_said(_as_meant(scene, amount), wording)
        if said is not None:
            yield Candidate(amount.start, amount.end, amount.outset, said)


def _as_meant(scene: Scene, amount: Amount) -> Amount:
    """ "separuh" is about a half, unless it is bounded."""
    word = scene.reading.lower[amount.start : amount.end]
    share = amount.unit == "%" and amount.bound is Bound.EXACT and word.split()[-1] in _SHARES
    return replace(amount, bound=Bound.ABOUT) if share else amount


def _amount_said(amount: Amount, wording: Wording) -> AmountSaid | None:
    fitted = _fitted(amount, wording)
    return AmountSaid(fitted.low, fitted.high, fitted.bound, fitted.step) if fitted else None


def _fitted(amount: Amount, wording: Wording) -> Amount | None:
    if amount.roman:
        return None
    if wording.kind == "percentage":
        return amount if amount.unit == "%" else None
    if wording.kind == "money":
        plain = amount.unit not in _OTHERS and amount.step >= 1 and amount.low >= _LEAST_MONEY
        return amount if amount.unit == "IDR" or plain else None
    unit = wording.unit.lower()
    if amount.unit == unit:
        return amount
    if converted := in_unit(amount, unit):
        return converted
    return amount if amount.unit not in _OTHERS and amount.low >= _LEAST_MONEY else None


def _dates(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    for moment in scene.moments_in(stretch):
        one = moment.halves[0] if moment.halves else moment
        if one.said in (Written.FULL, Written.NO_YEAR) and one.first == one.last:
            said = DateSaid(one.first, one.last)
            yield Candidate(one.start, one.end, one.outset, said, moment=one)


def _periods(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    for moment in scene.moments_in(stretch):
        if moment.halves:
            first, last = moment.halves
            if _is_a_day(first) and _is_a_day(last):
                start, end = PeriodSaid(first.first, None), PeriodSaid(None, last.last)
                yield Candidate(first.start, first.end, moment.outset, start, moment=moment)
                yield Candidate(last.start, last.end, moment.outset, end, moment=moment)
        elif _is_a_day(moment) and (said := _edge(scene, stretch, moment)):
            yield Candidate(moment.start, moment.end, moment.outset, said, moment=moment)


def _edge(scene: Scene, stretch: Stretch, moment: Moment) -> PeriodSaid | None:
    """Which end of a period a single day is, by its preposition or by the words before it."""
    start, end = PeriodSaid(moment.first, None), PeriodSaid(None, moment.last)
    as_of = scene.reading.lower.startswith("per ", moment.outset)
    if moment.role is not Role.ON or as_of:
        closed = any(token.base in _ENDS for token in _before(scene, stretch, moment, 2))
        by_role = {Role.FROM: end if closed else start, Role.UNTIL: end}
        return None if as_of else by_role.get(moment.role)
    for token in _before(scene, stretch, moment, _EDGE_REACH):
        if token.base in _ENDS or token.base in _BEGINS:
            return end if token.base in _ENDS else start
    return None


def _before(scene: Scene, stretch: Stretch, moment: Moment, reach: int) -> list[Token]:
    """The words before a date, the nearest first."""
    at = scene.token_at(moment.outset)
    return list(scene.tokens[max(stretch.first, at - reach) : at])[::-1]


def _is_a_day(moment: Moment) -> bool:
    return moment.first == moment.last and moment.said in (Written.FULL, Written.NO_YEAR)


def _clocks(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    for clock in scene.clocks_in(stretch):
        at = scene.token_at(clock.start)
        if at > stretch.first and scene.tokens[at - 1].word == "ke":
            continue  # "dari pukul 20.00 ke pukul 21.00" may be hours or a change of hours
        said = ClockSaid(clock.start_time, clock.end_time)
        yield Candidate(clock.start, clock.end, clock.start, said)


def _contacts(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Candidate]:
    for phone in scene.phones_in(stretch):
        yield Candidate(phone.start, phone.end, phone.start, ContactSaid(phone.digits))


_Reader = Callable[[Scene, Stretch, Wording], Iterator[Candidate]]
_READERS: Mapping[str, _Reader] = {
    "choice": _choices,
    "number": _amounts,
    "percentage": _amounts,
    "money": _amounts,
    "date": _dates,
    "period": _periods,
    "time": _clocks,
    "text": _clocks,
    "contact": _contacts,
}
