"""Of which region a value speaks: by the names around it, or by who speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.alignment.engine.candidate import Candidate
from selaras.alignment.engine.places import held, held_by_name, is_level, referred_to
from selaras.alignment.engine.scene import Scene, Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.places import PlaceName
from selaras.language.reading.stance import clause_of
from selaras.language.reading.words import word_set

_JOINING = word_set("""
    dan serta maupun beserta juga kota kabupaten kab provinsi sama-sama keduanya pula
    dengan bersama wilayah daerah
""")
_PREPOSITIONS = word_set("""
    di untuk bagi pada adalah yaitu meliputi yakni ialah antara
""")
_AREA = word_set("kota kabupaten daerah wilayah provinsi kawasan")
_OTHER = word_set("tetangga tetangganya sebelah lain lainnya sekitar")
_BACK = 3
_LIST_REACH = 4


@dataclass(frozen=True, slots=True)
class Spoken:
    """A region that a value speaks of, and how sure that is."""

    code: str
    sureness: float


def regions_of(
    scene: Scene,
    stretch: Stretch,
    wording: Wording,
    one: Candidate,
    others: Sequence[Candidate],
) -> list[Spoken]:
    """One region, or several that share the value; empty where none can be said for sure."""
    if wording.narrowest == "national":
        return _national(scene, stretch, wording, one)
    return [
        Spoken(code, sureness)
        for code, sureness in _found(scene, stretch, wording, one, others)
        if code
    ]


def _national(scene: Scene, stretch: Stretch, wording: Wording, one: Candidate) -> list[Spoken]:
    """The country; unless a region is named of which the type says nothing."""
    if wording.inherited:
        return [Spoken("00", 1.0)]
    at = scene.token_at(one.start)
    _, end = clause_of(scene.tokens, scene.text, stretch.first, stretch.last, at)
    below = [
        name
        for name in scene.places_in(stretch)
        if name.first < end
        and not name.office
        and not scene.is_dateline(name)
        and all(place.level != "national" for place in name.places)
    ]
    own = scene.lexicon.places.get(scene.context.region)
    if below or (own and own.level != "national" and not _says_national(scene, stretch)):
        return [] if below else [Spoken("00", 0.95)]
    return [Spoken("00", 1.0)]


def _says_national(scene: Scene, stretch: Stretch) -> bool:
    return any(
        token.base in ("nasional", "indonesia")
        for token in scene.tokens[stretch.first : stretch.last]
    )


def _found(
    scene: Scene,
    stretch: Stretch,
    wording: Wording,
    one: Candidate,
    others: Sequence[Candidate],
) -> list[tuple[str | None, float]]:
    names = _fitting_names(scene, stretch, wording)
    first = scene.token_at(one.start)
    if paired := _paired(scene, stretch, wording, names, one, others):
        return [(paired, 0.97)]
    if referred := referred_to(scene, stretch, wording, first):
        return [(code, 0.93) for code in referred]
    run, sureness = _beside(scene, stretch, names, one, others)
    if sureness == 0:
        return []
    if run:
        return [(held_by_name(scene, wording, name), sureness) for name in run]
    return [_carried(scene, stretch, wording)]


def _beside(
    scene: Scene,
    stretch: Stretch,
    names: Sequence[PlaceName],
    one: Candidate,
    others: Sequence[Candidate],
) -> tuple[list[PlaceName], float]:
    """The names in the sentence that the value is said of; sureness 0 where it turns away."""
    first, last = scene.token_at(one.start), scene.token_at(one.end)
    ends = [scene.token_at(other.end) for other in others if other.end <= one.start]
    starts = [scene.token_at(other.start) for other in others if other.start >= one.end]
    lower, upper = max(ends, default=stretch.first), min(starts, default=stretch.last)
    before = [name for name in names if lower <= name.first and name.last <= first]
    after = [name for name in names if last <= name.first and name.last <= upper]
    introduced = bool(after) and _introduces(scene, last, after[0])
    if introduced and (not before or _is_list_head(scene, last)):
        return list(_run(scene, after)), 0.97
    if before and _is_of_a_neighbour(scene, before[-1].last, first):
        return [], 0.0
    if before:
        return list(_run(scene, before[::-1])), 1.0
    earlier = [name for name in names if name.last <= first]
    if earlier:
        turned = _turns_elsewhere(scene, lower, first)
        return ([], 0.0) if turned else (list(_run(scene, earlier[::-1])), 0.96)
    return list(_run(scene, after)), 0.95


def _is_of_a_neighbour(scene: Scene, last: int, first: int) -> bool:
    """ "Wali Kota Probolinggo menyebut kabupaten tetangga sudah di Level 2"."""
    words = [token.word for token in scene.tokens[last:first]]
    return any(one in _AREA and other in _OTHER for one, other in pairwise(words))


def _turns_elsewhere(scene: Scene, lower: int, first: int) -> bool:
    """ "…, ibu kota provinsi masih di Level 3": another region, by no name that is known."""
    return any(token.word in _AREA for token in scene.tokens[lower:first])


def _fitting_names(scene: Scene, stretch: Stretch, wording: Wording) -> list[PlaceName]:
    return [
        name
        for name in scene.places_in(stretch)
        if not scene.is_dateline(name) and any(is_level(place, wording) for place in name.places)
    ]


def _run(scene: Scene, names: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The first name and those that are joined to it by commas and "dan"."""
    previous: PlaceName | None = None
    for name in names:
        if previous is not None and not _joined(
            scene, *sorted((previous, name), key=lambda one: one.first)
        ):
            return
        yield name
        previous = name


def _joined(scene: Scene, left: PlaceName, right: PlaceName) -> bool:
    if left.office or right.office:
        return False
    words = [token.word for token in scene.tokens[left.last : right.first]]
    between = scene.text[left.end : right.start]
    return all(word in _JOINING for word in words) and (
        "," in between or bool(words) or "/" in between or "&" in between
    )


def _introduces(scene: Scene, last: int, name: PlaceName) -> bool:
    """ "Level 3 di Bandung", "Level 2: Ciamis, Garut"."""
    words = [token.word for token in scene.tokens[last : name.first]]
    colon = ":" in scene.text[scene.tokens[last - 1].end : name.start]
    return (
        colon
        or (len(words) <= _LIST_REACH and bool(words) and words[-1] in _PREPOSITIONS)
        or (len(words) <= _LIST_REACH and any(word in _PREPOSITIONS for word in words))
    )


def _is_list_head(scene: Scene, last: int) -> bool:
    end = scene.tokens[last - 1].end
    return ":" in scene.text[end : end + 2]


def _paired(
    scene: Scene,
    stretch: Stretch,
    wording: Wording,
    names: Sequence[PlaceName],
    one: Candidate,
    others: Sequence[Candidate],
) -> str | None:
    """ "Bandung dan Cimahi masing-masing 45 dan 50 persen": in the order of both."""
    words = {token.word for token in scene.tokens[stretch.first : stretch.last]}
    if not words & {"masing-masing", "berturut-turut"}:
        return None
    values = sorted([one, *others], key=lambda each: each.start)
    before = [name for name in names if name.end <= values[0].start]
    if len(before) < 2 or len(before) != len(values):  # noqa: PLR2004 a pair at least
        return None
    return held_by_name(scene, wording, before[values.index(one)])


def _carried(scene: Scene, stretch: Stretch, wording: Wording) -> tuple[str | None, float]:
    """No name in the sentence: the one named shortly before, or who speaks."""
    own = scene.lexicon.places.get(scene.context.region)
    mine = held(scene, wording, own.code) if own and is_level(own, wording) else None
    for at in range(stretch.at - 1, max(stretch.at - 1 - _BACK, -1), -1):
        names = _fitting_names(scene, scene.stretches[at], wording)
        found = {code for name in names if (code := held_by_name(scene, wording, name))}
        if len(found) == 1:
            code = found.pop()
            return code, 0.94 if code == mine else 0.85
        if found:
            return (mine, 0.8) if mine in found else (None, 0.0)
    if mine is None and own and wording.inherited is False and wording.narrowest == "province":
        return None, 0.0
    return mine, 0.92
