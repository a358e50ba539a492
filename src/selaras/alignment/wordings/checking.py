"""What is wrong with a wording: in itself, and beside the words of all other types."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from selaras.alignment.engine.wording import Wording
from selaras.alignment.wordings.errors import WordingFlaw
from selaras.alignment.wordings.line_checking import line_flaws, name_flaws, pattern_flaws
from selaras.alignment.wordings.normal import normal, spellings

Name = tuple[str, Wording]  # as its owner spells it, and whose it is


def names_of(wording: Wording) -> tuple[str, ...]:
    """By what texts name the type: its aliases, or its label where it has none."""
    return wording.aliases or (wording.label,)


def flaws(wording: Wording, others: Iterable[Wording]) -> list[WordingFlaw]:
    """Everything for which it is refused. `others` may hold an older wording of the same type."""
    return [
        *line_flaws("aliases", "Sebutan", wording.aliases),
        *name_flaws(wording.aliases, wording.label),
        *_shared_flaws(wording, others),
        *pattern_flaws(wording.patterns),
        *line_flaws("excludes", "Kata", wording.excludes),
        *_exclude_flaws(wording),
        *_choice_flaws(wording),
    ]


def warnings(wording: Wording, others: Iterable[Wording]) -> list[str]:
    """What is allowed and worth knowing: a name that another type sets aside as not its own."""
    names = _spelled(names_of(wording))
    return [
        f'Sebutan "{names[common]}" ditulis pada "{other.label}" sebagai kata yang berarti hal'
        f' lain: kalimat dengan kata itu tidak dibaca sebagai "{other.label}".'
        for other in others
        if other.key != wording.key
        for common in sorted(_spelled(other.excludes).keys() & names.keys())
    ]


def contradictions(wordings: Iterable[Wording]) -> list[tuple[str, Wording, Wording]]:
    """Every name that two types have whose values look alike: as one spells it, and both."""
    first: dict[tuple[str, str, str], Name] = {}
    found = []
    for wording in wordings:
        for spelling, name in _spelled(names_of(wording)).items():
            key = (spelling, wording.kind, wording.unit)
            spelled, other = first.setdefault(key, (name, wording))
            if other is not wording:
                found.append((spelled, other, wording))
    return found


def _look_alike(one: Wording, other: Wording) -> bool:
    """Whether a value of one could be taken for a value of the other: "BPUM" may name both an
    amount and a period, for no text confuses those."""
    return (one.kind, one.unit) == (other.kind, other.unit)


def _spelled(lines: Iterable[str]) -> dict[str, str]:
    """Each line by all of its spellings."""
    return {spelling: line for line in lines for spelling in spellings(line)}


def _shared_flaws(wording: Wording, others: Iterable[Wording]) -> Iterator[WordingFlaw]:
    mine = _spelled(names_of(wording))
    for other in others:
        compared = other.key != wording.key and _look_alike(wording, other)
        theirs = _spelled(names_of(other)) if compared else {}
        told = {(mine[common], theirs[common]) for common in mine.keys() & theirs.keys()}
        for name, there in sorted(told):
            spelled = f' (di sana tertulis "{there}")' if there != name else ""
            yield WordingFlaw(
                "aliases",
                f'Sebutan "{name}" dipakai dua jenis fakta: "{wording.label}" dan'
                f' "{other.label}"{spelled}.',
                f'Tulis sebutan yang lebih lengkap, atau mintalah pemilik "{other.label}"'
                " melepasnya.",
            )


def _exclude_flaws(wording: Wording) -> Iterator[WordingFlaw]:
    names = _spelled(wording.aliases)
    for word in wording.excludes:
        if spellings(word) & names.keys():
            yield WordingFlaw(
                "excludes",
                f'"{word}" adalah sebutan fakta ini, dan sekaligus kata yang berarti hal lain.',
                "Hapus dari salah satu.",
            )


def _choice_flaws(wording: Wording) -> Iterator[WordingFlaw]:
    """The first of a choice's words is its label."""
    meant: dict[str, str] = {}
    for value, words in wording.choices.items():
        yield from line_flaws(f"choice:{value}", "Kata", words)
        for word in words:
            holder = meant.setdefault(normal(word) or word, value)
            if holder != value:
                yield _shared_choice(wording.choices, word, holder, value)


def _shared_choice(
    choices: Mapping[str, Sequence[str]], word: str, holder: str, value: str
) -> WordingFlaw:
    return WordingFlaw(
        f"choice:{value}",
        f'Kata "{word}" dipakai dua pilihan: "{choices[holder][0]}" dan "{choices[value][0]}".',
        "Pakai hanya untuk satu pilihan.",
    )
