"""Values in a sentence that may be what a type's statement says, by the kind of the type."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from selaras.alignment.engine.candidate import Candidate, patterns_of
from selaras.alignment.engine.choices import choices
from selaras.alignment.engine.dates import dates, periods
from selaras.alignment.engine.said import AmountSaid, ClockSaid, ContactSaid
from selaras.alignment.engine.scene import Scene, Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.amounts import Amount, Bound
from selaras.language.reading.rounding import in_unit
from selaras.language.reading.words import word_set

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


def candidates(scene: Scene, stretch: Stretch, wording: Wording) -> list[Candidate]:
    """The values of the type's kind in the sentence, in order: no more than a sentence has."""
    found = islice(_READERS[wording.kind](scene, stretch, wording), MOST)
    if wording.kind == "choice" or not wording.patterns:
        return list(found)
    written = {hit.value for hit in patterns_of(stretch, wording)}
    return [replace(one, own=scene.token_at(one.start) in written) for one in found]


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
    "choice": choices,
    "number": _amounts,
    "percentage": _amounts,
    "money": _amounts,
    "date": dates,
    "period": periods,
    "time": _clocks,
    "text": _clocks,
    "contact": _contacts,
}
