"""Whether a value in a sentence is said of a type: by the nearest name, and what stands between."""

from collections.abc import Sequence
from itertools import pairwise

from selaras.alignment.engine.candidate import Candidate
from selaras.alignment.engine.lexicon import Hit
from selaras.alignment.engine.scene import REMEMBERED, Scene, Stretch
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.stance import clause_of
from selaras.language.reading.words import word_set

_NEAR_AFTER = 12  # tokens from a value to the name that follows it
_QUALIFIES = 3  # tokens from a value to words that make it another's
_BACK = 2  # sentences in which the subject may have been named
_REFERRED = word_set("""
    besaran nilai angka jumlah tarif harga nominal perolehan capaian cakupan batas nomor jadwal
    persentase potongan diskon iuran upah bantuan kapasitas prevalensi masa lama periode pendaftaran
    usulan
""")
_NOUNS = word_set("""
    potongan diskon iuran bantuan kapasitas prevalensi harga tarif
""")
_FILLING = word_set("""
    jual tetap masih kini sebesar adalah resmi sekarang saat ini mencapai naik menjadi turun pokok
    bulanan per di pada sudah telah hanya baru berlaku dan ke ialah yaitu tercatat yang sedang
    berjalan kalau sedangkan adapun sementara untuk cuma pun malah dari mencatat berada tinggal
    secara meraih memperoleh menyusul kota kabupaten provinsi juga justru lalu tahun
""")
_ANAPHORA = frozenset(["masing-masing", "yaitu", "yakni"])

_FOR_ANY = word_set("""
    pada di untuk bagi dalam dari semua seluruh setiap tiap antar
""")
_GENERAL = word_set("""
    daerah wilayah kabupaten kota zona kabupaten/kota provinsi kawasan
""")
_YEAR_DIGITS = 4
_QUANTIFIERS = word_set("""
    pun semua seluruh sejumlah beberapa sebagian banyak puluhan ratusan tiap setiap banyaknya dua
    tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belasan
""")
_STANDING = frozenset(["pada", "di", "berada", "berstatus", "masuk"])
_CRITERIA = frozenset(["syarat", "kriteria", "indikator", "definisi", "skala"])
_CONTRASTS = word_set("""
    sedangkan sementara padahal sehingga tetapi tapi namun adapun
""")
_CAUSES = frozenset(["karena", "sebab", "lantaran"])
_PARTED = frozenset(["sedangkan", "sementara", "adapun"])

SAME_SENTENCE, CARRIED = 1.0, 0.9


def naming(
    scene: Scene, stretch: Stretch, wording: Wording, one: Candidate, others: Sequence[Candidate]
) -> float:
    """How sure it is that the value belongs to the type: 0 where it does not, else up to 1."""
    first, last = scene.token_at(one.start), scene.token_at(one.end)
    named = [
        hit
        for hit in stretch.hits
        if hit.type_key == wording.key and hit.alias and not _is_of(scene, hit)
    ]
    against = _against(scene, stretch, wording, named)
    if any(_qualifies(scene, hit, first, last) for hit in against if hit.excluded):
        return 0.0
    if one.own:
        other = any(hit.excluded for hit in against) or _is_a_rule(
            scene, stretch, wording.key, first, others
        )
        return 0.0 if other else SAME_SENTENCE if named else 0.95
    before = max((hit for hit in named if hit.first < last), key=lambda hit: hit.last, default=None)
    if before:
        return _after_name(before, against, first, others, scene)
    after = min(
        (hit for hit in named if hit.first >= last), key=lambda hit: hit.first, default=None
    )
    if after:
        others = () if wording.kind == "period" else others
        return _before_name(scene, after, against, last, others)
    near = [hit for hit in against if hit.first < first or _qualifies(scene, hit, first, last)]
    return 0.0 if near else _carried(scene, stretch, wording, first)


def _qualifies(scene: Scene, hit: Hit, first: int, last: int) -> bool:
    """ "97 persen lansia": of another, by the words right behind it."""
    if not (first <= hit.first < last + _QUALIFIES and hit.last > last):
        return False
    if any(token.word in _CONTRASTS | _CAUSES for token in scene.tokens[last : hit.first]):
        return False
    return "," not in scene.text[scene.tokens[last - 1].end : scene.tokens[hit.first].start]


def _against(scene: Scene, stretch: Stretch, wording: Wording, named: Sequence[Hit]) -> list[Hit]:
    """What names another subject: own excludes, and names of other types of the same kind."""
    wordings = scene.lexicon.wordings
    found = []
    for hit in stretch.hits:
        if hit.type_key == wording.key:
            if hit.excluded:
                found.append(hit)
        elif hit.alias and _rivals(wordings[hit.type_key], wording):
            covered = any(own.first <= hit.first and hit.last <= own.last for own in named)
            if not covered:
                found.append(hit)
    return found


def _rivals(other: Wording, wording: Wording) -> bool:
    return other.kind == wording.kind and other.unit == wording.unit


def _after_name(
    before: Hit, against: Sequence[Hit], first: int, others: Sequence[Candidate], scene: Scene
) -> float:
    """The value follows a name of the type: nothing else may be named between, nor set before."""
    for hit in against:
        if hit.last <= first and _is_parted(scene, hit, first):
            continue
        if hit.excluded and _qualifies_another(scene, hit, others):
            continue
        if before.last <= hit.first and hit.last <= first:
            return 0.0
        if (
            hit.excluded
            and hit.first < before.last
            and not any(hit.last <= scene.token_at(other.start) < before.first for other in others)
        ):
            return 0.0
    return SAME_SENTENCE if first - before.last <= 12 else 0.97  # noqa: PLR2004 a long sentence


def _is_of(scene: Scene, hit: Hit) -> bool:
    """ "16,47 persen suara sah": a share of it, not said about it."""
    start = scene.tokens[hit.first].start
    return any(
        one.unit == "%" and scene.text[one.end : start] in ("", " ")
        for one in scene.amounts_near(start)
    )


def _is_parted(scene: Scene, hit: Hit, first: int) -> bool:
    """Whether a contrast lies between: what came before it holds no longer."""
    return hit.excluded and any(
        token.word in _CONTRASTS for token in scene.tokens[hit.last : first]
    )


def _qualifies_another(scene: Scene, hit: Hit, others: Sequence[Candidate]) -> bool:
    """ "Rp7.000 ditanggung pemerintah": of that value alone."""
    return any(hit.first == scene.token_at(other.end) for other in others)


def _before_name(
    scene: Scene, after: Hit, against: Sequence[Hit], last: int, others: Sequence[Candidate]
) -> float:
    """The value stands before the name, which then has no other value behind it."""
    near = after.first - last <= _NEAR_AFTER
    taken = any(0 <= scene.token_at(other.start) - after.last <= _NEAR_AFTER for other in others)
    if not near or taken or any(hit.last <= after.last for hit in against):
        return 0.0
    return 0.95


def carries(scene: Scene, stretch: Stretch, wording: Wording) -> bool:
    """Whether the type is named in the sentence, or was carried into it."""
    named = any(hit.type_key == wording.key and hit.alias for hit in stretch.hits)
    return named or (stretch.at, wording.key) in scene.carried


def _carried(scene: Scene, stretch: Stretch, wording: Wording, first: int) -> float:
    """The subject was named before: in the heading of a list, a question, or by "itu"."""
    if (stretch.at, wording.key) in scene.carried:
        return CARRIED
    for at in range(stretch.at - 1, max(stretch.at - REMEMBERED, 0) - 1, -1):
        earlier = scene.stretches[at]
        hits = [hit for hit in earlier.hits if hit.type_key == wording.key]
        listed = stretch.sentence.item or stretch.sentence.row
        if any(hit.excluded for hit in hits):
            return 0.0
        if carries(scene, earlier, wording):
            heads = earlier.sentence.leads or earlier.sentence.asks or _is_heading(scene, earlier)
            near = stretch.at - at == 1
            taken = (
                (heads and (listed or stretch.at - at <= _BACK))
                or (stretch.at - at <= _BACK and _refers(scene, stretch))
                or (near and _takes_up(scene, stretch, first))
            )
            if taken:
                scene.carried.add((stretch.at, wording.key))
                return CARRIED
            if any(hit.alias for hit in hits):
                return 0.0
        if not listed and (stretch.at - at > _BACK or _names_another(scene, earlier, wording)):
            return 0.0
    return 0.0


def _names_another(scene: Scene, stretch: Stretch, wording: Wording) -> bool:
    if stretch.sentence.item or stretch.sentence.row:
        return False
    return any(
        hit.alias and _rivals(scene.lexicon.wordings[hit.type_key], wording)
        for hit in stretch.hits
        if hit.type_key != wording.key
    )


def _is_a_rule(
    scene: Scene, stretch: Stretch, key: str, first: int, others: Sequence[Candidate]
) -> bool:
    """ "Pada daerah Level 1, …", "syarat Level 2": for any region of which that is so."""
    clause, _ = clause_of(scene.tokens, scene.text, stretch.first, stretch.last, first)
    if _counts_regions(scene, clause, first):
        return True
    names = {
        at
        for hit in stretch.hits
        if hit.alias and hit.type_key == key
        for at in range(hit.first, hit.last)
    }
    words = [scene.tokens[at].word for at in range(clause, first) if at not in names]
    if words and words[0] in _PARTED:
        words = words[1:]
    if words and words[-1] in _GENERAL:
        between = scene.text[scene.tokens[first - 2].end : scene.tokens[first - 1].start]
        return len(words) == 1 or words[-2] in _FOR_ANY or ":" in between
    if words and (words[-1] in _CRITERIA or (len(words) == 1 and words[0] in _FOR_ANY)):
        return True
    joined = words[-1:] in (["dan"], ["atau"], ["serta"])
    before = next((each for each in others if scene.token_at(each.end) == first - 1), None)
    if not joined or before is None:
        return False
    return _is_a_rule(scene, stretch, key, scene.token_at(before.start), ())


def _counts_regions(scene: Scene, clause: int, first: int) -> bool:
    """ "42 daerah berada pada Level 2 dan 86 pada Level 3": how many, not which."""
    for token, follows in pairwise(scene.tokens[clause:first]):
        if scene.text[token.end : follows.start] != " ":
            continue
        area = follows.word in _GENERAL
        if area and token.word in _QUANTIFIERS:
            return True
        # "Covid-19 Kota Bandung", "15 September 2021 Kabupaten Brebes"
        count = token.number and len(token.word) < _YEAR_DIGITS
        named = scene.text[token.start - 1 : token.start] == "-"
        if count and not named and (area or follows.word in _STANDING):
            return True
    return False


def _refers(scene: Scene, stretch: Stretch) -> bool:
    """ "angka itu", "besarannya", "masing-masing"."""
    tokens = scene.tokens[stretch.first : stretch.last]
    for at, token in enumerate(tokens):
        if token.word in _ANAPHORA or (token.base in _REFERRED and token.word != token.base):
            return True
        that = at + 1 < len(tokens) and tokens[at + 1].word in ("itu", "tersebut")
        if that and token.base in _REFERRED:
            return True
    return False


def _takes_up(scene: Scene, stretch: Stretch, first: int) -> bool:
    """ "Harga jual tetap Rp7.650", "Kalau Depok cuma 5%": nothing of another subject."""
    placed = {at for name in scene.places_in(stretch) for at in range(name.first, name.last)}
    words = [scene.tokens[at].base for at in range(stretch.first, first) if at not in placed]
    plain = [word for word in words if not (word in _FILLING or word.isdigit())]
    if all(word in _REFERRED for word in plain):
        return bool(plain) or (bool(placed) and min(placed) < first)
    return words[-1] in _NOUNS


def _is_heading(scene: Scene, stretch: Stretch) -> bool:
    """A line of its own without a full stop, such as a title."""
    end = stretch.sentence.end
    if ":" in scene.text[stretch.sentence.start : end - 1]:
        return False
    return scene.text[end - 1 : end] not in ".!" and scene.text[end : end + 1] in ("\n", "")
