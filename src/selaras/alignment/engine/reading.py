"""What a text states about known types: the subject, the value, the region and the time of each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from selaras.alignment.engine.candidate import Candidate
from selaras.alignment.engine.candidates import candidates
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.regions import regions_of
from selaras.alignment.engine.results import Context, Mention
from selaras.alignment.engine.said import AmountSaid, DateSaid
from selaras.alignment.engine.scene import REMEMBERED, Scene, Stretch
from selaras.alignment.engine.subjects import naming
from selaras.alignment.engine.tables import cells
from selaras.alignment.engine.times import Spoken, days_of, others_are_dated
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.stance import Stance, stance_of
from selaras.language.reading.words import word_set

_DATED_KINDS = frozenset({"date", "period"})
_CARRY = 3  # sentences after a name in which a value may still be said of it
_SURE = 0.7
_TOLD = 6  # tokens before a date in which "telah" says that it is over
_CALLS = word_set("""
    mari ayo yuk jangan gunakan sukseskan pastikan cek segera bawa catat ingat
""")
_NOW = frozenset(["sekarang", "kini", "berikutnya", "mendatang"])
_SO_FAR = frozenset(["baru", "sudah", "telah"])
_OVER = frozenset(["telah", "lalu", "silam", "kemarin"])


def read(text: str, *, context: Context, lexicon: Lexicon) -> list[Mention]:
    """All mentions, in the order of the text; each once for every region that it speaks of.

    What is planned, supposed, asked, denied as false by others or told of the past without a date
    is no mention: it says nothing that could be wrong now.
    """
    return read_scene(Scene(text, context, lexicon))


def read_scene(scene: Scene) -> list[Mention]:
    """As `read`, of a text that is laid out already."""
    if not scene.speaks_of_facts:
        return []
    found = {
        (one.type_key, one.region, one.start): one
        for one in (*_from_sentences(scene), *cells(scene))
        if one.sureness >= _SURE
    }
    return sorted(found.values(), key=lambda one: (one.start, one.type_key, one.region))


def _from_sentences(scene: Scene) -> Iterator[Mention]:
    recent: dict[str, int] = {}
    for stretch in scene.stretches:
        for hit in stretch.hits:
            recent[hit.type_key] = stretch.at
        listed = stretch.sentence.item or stretch.sentence.row
        for key, at in list(recent.items()):
            if stretch.at - at > (REMEMBERED if listed else _CARRY):
                continue
            yield from _of_type(scene, stretch, scene.lexicon.wordings[key])


def _of_type(scene: Scene, stretch: Stretch, wording: Wording) -> Iterator[Mention]:
    found = candidates(scene, stretch, wording)
    stance_at = cache(lambda one: _stance(scene, stretch, one, wording))
    for one in found:
        others = [other for other in found if other is not one]
        named = naming(scene, stretch, wording, one, others)
        heads = stretch.sentence.row and scene.heads[stretch.at] == stretch.at
        heading = heads and named < 1 and not scene.places_in(stretch)
        if named and not (heading and wording.kind in _DATED_KINDS):
            days = _days(scene, stretch, wording, one, others, stance_at)
            if days is not None:
                yield from _mentions(
                    scene, stretch, wording, one, others, named, stance_at(one), days
                )


def _mentions(
    scene: Scene,
    stretch: Stretch,
    wording: Wording,
    one: Candidate,
    others: Sequence[Candidate],
    named: float,
    stance: Stance,
    days: Spoken,
) -> Iterator[Mention]:
    start, end = scene.reading.folded.span(one.start, one.end)
    base = Mention(
        wording.key, "", start, end, scene.original[start:end], one.said,
        first=days.first,
        last=days.last,
        denied=(stance.denied and not _bounded(one)) or _is_disowned(scene, stretch, wording, one),
        current=_is_current(scene, stretch, wording, one, stance),
        sentence=stretch.at,
    )  # fmt: skip
    for spoken in regions_of(scene, stretch, wording, one, others):
        sureness = named * spoken.sureness * days.sureness
        yield replace(base, region=spoken.code, sureness=round(sureness, 3))


def _days(
    scene: Scene,
    stretch: Stretch,
    wording: Wording,
    one: Candidate,
    others: Sequence[Candidate],
    stance_at: Callable[[Candidate], Stance],
) -> Spoken | None:
    """The days that the value is said of; None where the sentence does not say that it holds."""
    stance = stance_at(one)
    if not _is_said(stance, wording):
        return None
    if wording.kind in _DATED_KINDS:
        return None if stance.past else _own_days(scene, stretch, one, stance)
    days = days_of(scene, stretch, one, others, wording, now=stance.now)
    if _is_untold(stance, days):
        return None
    if stance.current:
        return days
    if days.first is None and any(
        other.start > one.end and stance_at(other).current for other in others
    ):
        return None  # "lima hari, dan kini tiga hari": what it was before
    bare = not days.dated and not _leads_here(scene, one)
    return None if bare and others_are_dated(scene, stretch, one, others) else days


def _own_days(scene: Scene, stretch: Stretch, one: Candidate, stance: Stance) -> Spoken:
    """The days of a value that is itself a date: the whole period of which it is an end, or,
    where it is told as over ("telah ditutup 31 Agustus"), that day."""
    moment = one.moment
    if moment and moment.halves:
        return Spoken(moment.first, moment.last)
    near = scene.tokens[max(stretch.first, scene.token_at(one.outset) - _TOLD) : stretch.last]
    over = stance.past or any(token.word in _OVER for token in near)
    return Spoken(moment.first, moment.last) if moment and over and not stance.current else Spoken()


def _stance(scene: Scene, stretch: Stretch, one: Candidate, wording: Wording) -> Stance:
    names = frozenset(
        at
        for hit in stretch.hits
        if hit.alias and hit.type_key == wording.key
        for at in range(hit.first, hit.last)
    )
    return stance_of(
        scene.tokens,
        scene.text,
        sentence=(stretch.first, stretch.last),
        value=(scene.token_at(one.outset), scene.token_at(one.end)),
        asks=stretch.sentence.asks,
        names=names,
    )


def _is_said(stance: Stance, wording: Wording) -> bool:
    """Whether the sentence asserts it: a number to call is one also "if you need help"."""
    if wording.kind in ("contact", "time", "text"):
        stance = replace(stance, conditional=False)
    if wording.kind not in ("money", "number", "percentage"):
        stance = replace(stance, difference=False)
    return stance.asserted


def _is_untold(stance: Stance, days: Spoken) -> bool:
    """Told of another time that it does not say."""
    if stance.past:
        return days.first is None or not days.near
    return stance.future and not stance.current and days.first is None


def _is_current(
    scene: Scene, stretch: Stretch, wording: Wording, one: Candidate, stance: Stance
) -> bool:
    """Whether it is said of now: of a date "masih" is not enough, for that tells history too."""
    if wording.kind in _DATED_KINDS:
        start = one.moment.outset if one.moment else one.outset
        told = scene.reading.lower.startswith("pada ", start)
        return stance.now or _says_now(scene, stretch, one) or (stance.current and not told)
    return stance.current


def _says_now(scene: Scene, stretch: Stretch, one: Candidate) -> bool:
    """Whether "sekarang" stands before a date, or the text calls to act by it."""
    before = scene.tokens[stretch.first : scene.token_at(one.start)]
    if any(token.word in _NOW for token in before):
        return True
    if not isinstance(one.said, DateSaid):
        return False
    near = scene.stretches[max(stretch.at - 1, 0) : stretch.at + 2]
    return any(token.word in _CALLS for at in near for token in scene.tokens[at.first : at.last])


def _leads_here(scene: Scene, one: Candidate) -> bool:
    """ "… menjadi 20 persen": what it is after the change."""
    at = scene.token_at(one.outset)
    near = [token.word for token in scene.tokens[max(at - 2, 0) : at]]
    return near[-1:] in (["menjadi"], ["jadi"], ["ke"], ["kini"]) or bool(_SO_FAR & set(near))


def _is_disowned(scene: Scene, stretch: Stretch, wording: Wording, one: Candidate) -> bool:
    """ "Nomor 0274… bukan lagi hotline": denied by what follows."""
    last = scene.token_at(one.end)
    names = [
        hit.first
        for hit in stretch.hits
        if hit.alias and hit.type_key == wording.key and hit.first >= last
    ]
    return bool(names) and any(
        token.word in ("bukan", "bukanlah") for token in scene.tokens[last : min(names)]
    )


def _bounded(one: Candidate) -> bool:
    """ "belum sampai separuh" is a bound, not a denial."""
    return isinstance(one.said, AmountSaid) and one.outset < one.start
