"""What is wrong with words that are to stand for each other."""

from collections.abc import Iterable, Iterator, Sequence

from selaras.language.searching.stop_words import STOP_WORDS
from selaras.language.searching.words import words_of
from selaras.search.synonyms import Forms, Group, line_of

FEWEST_FORMS, MOST_FORMS = 2, 12
FEWEST_LETTERS, MOST_LETTERS = 2, 100
MOST_LINE = 600
MOST_OWN = 2000
SIGNS = "-./&' "


def flaws(forms: Forms, others: Sequence[Group]) -> list[str]:
    """Everything for which a group is refused; `others` are all groups but itself."""
    return [*_of_number(forms, others), *_of_forms(forms), *_of_others(forms, others)]


def shared(forms: Forms, others: Iterable[Group]) -> list[str]:
    """What is allowed and worth knowing: forms that stand in another group too."""
    mine = {_plain(one): one for one in forms}
    return [
        f'"{mine[_plain(one)]}" juga ada dalam "{line_of(other.forms)}":'
        " orang yang mencarinya menemukan arti keduanya."
        for other in others
        if other.active
        for one in other.forms
        if _plain(one) in mine
    ]


def _of_number(forms: Forms, others: Sequence[Group]) -> Iterator[str]:
    if len(forms) < FEWEST_FORMS:
        yield 'Tulis sedikitnya dua kata yang sama artinya, dipisahkan dengan "=".'
    if len(forms) > MOST_FORMS:
        yield f"Ada {len(forms)} kata, paling banyak {MOST_FORMS}. Bagilah menjadi dua padanan."
    elif len(line_of(forms)) > MOST_LINE:
        yield f"Seluruhnya paling banyak {MOST_LINE} huruf."
    own = sum(one.row is not None for one in others)
    if own >= MOST_OWN:
        yield f"Platform sudah menulis {own} padanan, paling banyak {MOST_OWN}."


def _of_forms(forms: Forms) -> Iterator[str]:
    for one in forms:
        yield from _of_form(one)
    if len(forms) > 1 and len({_plain(one) for one in forms}) == 1:
        yield f'"{forms[0]}" dan "{forms[1]}" terbaca sama.'


def _of_form(form: str) -> Iterator[str]:
    bare = form.removeprefix("!").strip()
    odd = sorted({one for one in bare if not (one.isalnum() or one in SIGNS)})
    if odd:
        yield f'"{_cut(form)}" memuat tanda yang tidak dapat dicari: {" ".join(odd[:5])}'
    elif len(bare) > MOST_LETTERS:
        yield f'"{_cut(form)}" panjangnya {len(bare)} huruf, paling banyak {MOST_LETTERS}.'
    elif sum(map(str.isalnum, bare)) < FEWEST_LETTERS:
        yield f'"{form}" kurang dari {FEWEST_LETTERS} huruf.'
    elif not form.startswith("!") and STOP_WORDS.issuperset(_plain(bare).split()):
        yield f'"{form}" ada di hampir setiap teks dan tidak dicari. Tulis lebih lengkap.'


def _of_others(forms: Forms, others: Iterable[Group]) -> Iterator[str]:
    mine = {_plain(one) for one in forms}
    for other in others:
        if other.active and mine and mine <= {_plain(one) for one in other.forms}:
            yield f'Semua kata ini sudah ada dalam "{line_of(other.forms)}".'
            return


def _plain(form: str) -> str:
    """As a search compares it."""
    return " ".join(word.folded for word in words_of(form))


def _cut(form: str) -> str:
    return f"{form[:39]}…" if len(form) > 40 else form  # noqa: PLR2004
