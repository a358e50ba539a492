"""What is refused, each with a sentence that says what and what to do."""

import pytest

from selaras.alignment.engine.wording import Wording
from selaras.alignment.wordings.checking import contradictions, flaws, warnings
from selaras.alignment.wordings.normal import spellings, tidied
from selaras.alignment.wordings.shipped import dressed, shipped

LEVEL = Wording("uji.level", "Level PPKM", "choice", "city", aliases=("anak-anak sekolah",))
ZONE = {"1": ("Zona Hijau", "hijau"), "2": ("Zona Merah", "merah")}


def wording(**words: object) -> Wording:
    plain = {"key": "uji.zona", "label": "Zona risiko", "kind": "choice", "narrowest": "city"}
    return Wording(**(plain | {"choices": ZONE} | words))  # type: ignore[arg-type]


def told(**words: object) -> str:
    return " ".join(map(str, flaws(wording(**words), [LEVEL, wording()])))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"aliases": ("Anak2  SEKOLAH",)}, '"Anak2  SEKOLAH" dipakai dua jenis fakta'),
        ({"aliases": ("(murid|anak-anak) sekolah",)}, '"Zona risiko" dan "Level PPKM"'),
        ({"label": "anak-anak sekolah"}, 'mintalah pemilik "Level PPKM"'),
        ({"aliases": ("rt",)}, "kurang dari 3 huruf"),
        ({"aliases": ("yang",)}, "terlalu umum"),
        ({"aliases": ("[zona] data",)}, "terlalu umum"),
        ({"aliases": ("!!!",)}, "tidak memuat huruf"),
        ({"aliases": ("a" * 101,)}, "paling banyak 100"),
        ({"aliases": tuple(f"zona nomor {n}" for n in range(81))}, "ada 81, paling banyak 80"),
        ({"aliases": (r"zona\s+\w+",)}, "adalah ekspresi reguler"),
        ({"patterns": ("zona",)}, 'tidak memuat {nilai}. Tulis kata-katanya saja'),
        ({"patterns": (r"zona\s*(\d+)",)}, "adalah ekspresi reguler. Tulis kata-katanya saja"),
        ({"patterns": ("zona [0-9] {nilai}",)}, "adalah ekspresi reguler"),
        ({"patterns": ("(a+)+{nilai}",)}, "adalah ekspresi reguler"),
        ({"patterns": ("{nilai} sampai {nilai}",)}, "lebih dari satu {nilai}"),
        ({"patterns": ("{nilai} posko",)}, "dimulai dengan {nilai}"),
        ({"patterns": ("zona (a|b {nilai}",)}, "tidak dapat dibaca"),
        ({"patterns": ("a b c d e f g h i j {nilai}",)}, "10 kata"),
        ({"patterns": tuple(f"zona{n} {{nilai}}" for n in range(41))}, "ada 41, paling banyak 40"),
        ({"aliases": ("zona",), "excludes": ("Zona",)}, "Hapus dari salah satu"),
        (
            {"choices": {"1": ("Zona Hijau", "aman"), "2": ("Zona Kuning", "AMAN")}},
            'Kata "AMAN" dipakai dua pilihan: "Zona Hijau" dan "Zona Kuning".',
        ),
        ({"choices": {"1": ("Hijau",), "2": ("Biru", "hijau")}}, 'Kata "hijau" dipakai dua'),
    ],
)  # fmt: skip
def test_it_is_refused_with_a_sentence(words: dict[str, object], sentence: str) -> None:
    assert sentence in told(**words)


def test_good_words_pass_and_an_older_wording_of_the_same_type_is_no_other() -> None:
    good = {
        "aliases": ("zona risiko", "status zona", "level [risiko] (wilayah|daerah)"),
        "patterns": ("zona {nilai}", "(zona|status) [risiko] {nilai}", "zona ... {nilai}"),
        "excludes": ("zona waktu",),
    }
    assert flaws(wording(**good), [LEVEL, wording(**good)]) == []


def test_a_name_that_another_type_sets_aside_is_only_told() -> None:
    other = Wording("uji.lain", "Dosis pertama", "percentage", "city", excludes=("BOOSTER",))
    named = wording(aliases=("booster",))
    assert flaws(named, [other]) == []
    (sentence,) = warnings(named, [other, named])
    assert 'Sebutan "booster"' in sentence
    assert '"Dosis pertama"' in sentence


def test_contradictions_name_both_types_once() -> None:
    one, other = wording(aliases=("anak2 sekolah",)), wording(key="uji.c", aliases=("lain",))
    assert contradictions([LEVEL, one, other]) == [("anak-anak sekolah", LEVEL, one)]


def test_what_says_the_same_is_kept_once() -> None:
    assert tidied(["  Zona   risiko ", "", "zona RISIKO", "zona (a|b)"]) == (
        "Zona risiko", "zona (a|b)"
    )  # fmt: skip
    assert spellings("dosis (1|kedua)") == {"dosis 1", "dosis 2"}


# Types that share a name are told apart by what their values look like.
KINDS = {
    "ppkm.level": ("choice", ""),
    "ppkm.masa": ("period", ""),
    "bansos.blt.besaran": ("money", "IDR"),
    "bansos.pendaftaran": ("period", ""),
    **{f"pemilu2024.persen.0{pair}": ("percentage", "%") for pair in (1, 2, 3)},
}


def test_the_shipped_words_have_no_flaw() -> None:
    worn = []
    for key in shipped():
        kind, unit = KINDS.get(key, ("number", "suara"))
        worn.append(dressed(Wording(key, key, kind, "city", unit=unit)))
    for one in worn:
        assert one is not None
        assert flaws(one, [other for other in worn if other]) == [], one.key
