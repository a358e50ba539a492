"""Which region a name, or words such as "kota kami", mean for who speaks."""

from selaras.alignment.engine.scene import Scene, Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.gazetteer import Place
from selaras.language.reading.places import PlaceName
from selaras.language.reading.words import word_set

DEPTH = {"national": 0, "province": 1, "regency": 2, "city": 2}
_AREA = word_set("kota kabupaten daerah wilayah provinsi kawasan")
_OURS = frozenset(["kami", "kita", "ini", "urang"])
_THAT = frozenset(["itu", "tersebut"])
_BOTH = frozenset(["keduanya", "kedua"])


def is_level(place: Place, wording: Wording) -> bool:
    """Whether a value of the type can be said of the region, or be inherited by it."""
    depth = DEPTH[place.level]
    if depth == 0:
        return True
    if wording.inherited:
        return depth >= DEPTH[wording.broadest]
    return depth == DEPTH[wording.narrowest]


def held_by_name(scene: Scene, wording: Wording, name: PlaceName) -> str | None:
    """The region that the name means for who speaks; None where that is open."""
    fitting = [place for place in name.places if is_level(place, wording)]
    if len(fitting) > 1:
        fitting = _by_speaker(scene, name, fitting)
    if len(fitting) != 1:
        return None
    return held(scene, wording, fitting[0].code)


def _by_speaker(scene: Scene, name: PlaceName, fitting: list[Place]) -> list[Place]:
    own = scene.lexicon.places.get(scene.context.region)
    mine = [place for place in fitting if own and place.code == own.code]
    if mine:
        return mine
    for other in scene.places_before(name.first):
        if len(other.places) == 1 and other.places[0] in fitting:
            return [other.places[0]]
    below = [place for place in fitting if own and place.parent_code == own.code]
    if len(below) == 1:
        return below
    kind = [place for place in (below or fitting) if own and place.level == own.level]
    return kind if len(kind) == 1 else fitting


def held(scene: Scene, wording: Wording, code: str) -> str | None:
    """The region itself, or the one above that holds the value for it."""
    place = scene.lexicon.places[code]
    if wording.inherited and DEPTH[place.level] > DEPTH[wording.narrowest]:
        return scene.lexicon.above(code, wording.narrowest)
    return code


def referred_to(scene: Scene, stretch: Stretch, wording: Wording, before: int) -> list[str]:
    """ "kota kami", "daerah itu", "keduanya", "kabupatennya"."""
    placed = {at for name in scene.places_in(stretch) for at in range(name.first, name.last)}
    for at in range(before - 1, stretch.first - 1, -1):
        if at in placed:
            return []
        if found := _reference(scene, stretch, wording, at):
            return found
    return []


def _reference(scene: Scene, stretch: Stretch, wording: Wording, at: int) -> list[str]:
    tokens = scene.tokens
    word, base = tokens[at].word, tokens[at].base
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word in _BOTH:
        return _last_named(scene, wording, at, 2)
    if word in ("kabupatennya", "kotanya"):
        return _namesake(scene, at, "regency" if word == "kabupatennya" else "city")
    if word in _AREA and following in _OURS:
        level = {"kota": "city", "kabupaten": "regency", "provinsi": "province"}.get(word)
        return _ours(scene, wording, at, level)
    that = word in _AREA and following in _THAT
    if that or (base in _AREA and word != base):
        both = at > stretch.first and tokens[at - 1].word in _BOTH
        return _last_named(scene, wording, at, 2 if both else 1)
    return []


def _ours(scene: Scene, wording: Wording, at: int, level: str | None) -> list[str]:
    """Who says "kami": the office that was named last, else the institution itself."""
    own = scene.lexicon.places.get(scene.context.region)
    if own and is_level(own, wording) and (level is None or own.level == level):
        return [code] if (code := held(scene, wording, own.code)) else []
    return _last_named(scene, wording, at, 1)


def _last_named(scene: Scene, wording: Wording, at: int, count: int) -> list[str]:
    found: list[str] = []
    for name in scene.places_before(at):
        if (code := held_by_name(scene, wording, name)) and code not in found and code != "00":
            found.append(code)
            if len(found) == count:
                return found
    return found if count == 1 else []


def _namesake(scene: Scene, at: int, level: str) -> list[str]:
    names = scene.places_before(at)
    if not names:
        return []
    bare = names[0].places[0].name.split(" ", 1)[-1]
    return [
        place.code
        for place in scene.lexicon.places.values()
        if place.level == level and place.name.split(" ", 1)[-1] == bare
    ]
