"""Digits that are no amount by their shape: dates, times, telephone numbers, codes, scores."""

from selaras.language.reading.amounts.digits import value_of
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.vocabulary import (
    COUNTED,
    CURRENCIES,
    DURATIONS,
    LABELS,
    MAGNITUDES,
    MEASURES,
    PERCENT,
    RUPIAH,
)

_JOINTS = frozenset({"-", "/", ":", "/ ", " /", " / "})
_CODE_BEFORE = frozenset("#@/=_&?\\'")
_PHONE_GAPS = frozenset({" ", "-", ")", ") ", ")-", ") - ", ".", " - "})
_BESIDE_A_HYPHEN = frozenset({*LABELS, *DURATIONS, *MAGNITUDES, *COUNTED, *PERCENT, *RUPIAH})
_GLUED = frozenset(
    {*MAGNITUDES, *DURATIONS, *PERCENT, *COUNTED, *MEASURES, *RUPIAH, "an", "k", "malam"}
)
_LONG = 10  # digits without a point: an account, a telephone, a person's number
_AREA_CODE = 3
_ROW = 3


def beyond_shape(passage: Passage, index: int) -> int:
    """The index behind the number at `index` and its companions if their shape is no amount's.

    `index` itself if it may be one.
    """
    token = passage.tokens[index]
    end, joints = _run(passage, index)
    written = token.word
    if _is_telephone(passage, index) or _is_row(passage, index):
        return max(end, _behind_groups(passage, index))
    if end - index > 2 or (joints - {"-"}) or _is_code(passage, index):  # noqa: PLR2004
        return end
    if end - index > 1 and not _rises(written, passage.word(index + 1)):
        return end
    if written.isdigit() and (len(written) >= _LONG or (written[0] == "0" and len(written) > 1)):
        return index if passage.word(index - 1) in CURRENCIES else index + 1
    return index + 1 if _code_follows(passage, index) else index


def _run(passage: Passage, index: int) -> tuple[int, set[str]]:
    """Where the numbers end that hang together by - / or :, and by which of them."""
    joints: set[str] = set()
    end = index + 1
    while passage.number(end) and (gap := passage.gap(end)) in _JOINTS:
        joints.add(gap.strip(" "))
        end += 1
    return end, joints


def _rises(low: str, high: str) -> bool:
    first, last = value_of(low, measured=True), value_of(high, measured=True)
    return first is not None and last is not None and first < last


def _is_telephone(passage: Passage, index: int) -> bool:
    token = passage.tokens[index]
    before = passage.character(token.start - 1)
    if before == "+":
        return token.word.startswith("62") or len(token.word) >= _LONG
    zero = token.word[0] == "0" and token.word[1:_AREA_CODE].isdigit()
    return zero and len(token.word) >= _AREA_CODE


def _is_row(passage: Passage, index: int) -> bool:
    """Whether it begins a row of bare digits, as in "62 813 5550 1131"."""
    row = range(index, index + _ROW)
    return all(passage.number(one) and passage.word(one).isdigit() for one in row) and all(
        passage.gap(one) == " " for one in row[1:]
    )


def _behind_groups(passage: Passage, index: int) -> int:
    end = index + 1
    while passage.number(end) and (gap := passage.gap(end)) in _PHONE_GAPS:
        if gap == " " and len(passage.word(end)) < _AREA_CODE:
            break
        end += 1
    return end


def _is_code(passage: Passage, index: int) -> bool:
    """Whether letters or signs before make a code of it: B1234, Covid-19, #2024, ke-3."""
    start = passage.tokens[index].start
    before = passage.character(start - 1)
    if before in _CODE_BEFORE:
        return True
    named = passage.word(index - 1) in CURRENCIES or passage.base(index - 1) in LABELS
    if before.isalpha():
        return not named
    if before == "+" and passage.character(start - 2).isalpha():
        return True
    if before == "-" and passage.character(start - 2).isalpha():
        return passage.base(index - 1) not in _BESIDE_A_HYPHEN
    return False


def _code_follows(passage: Passage, index: int) -> bool:
    end = passage.tokens[index].end
    following = passage.character(end)
    word = passage.word(index + 1)
    if following.isalpha():
        tail = passage.character(passage.tokens[index + 1].end) if word else " "
        return word not in _GLUED or (tail.isalnum() and word != "x")
    if following == "_":
        return True
    hyphen = following == "-" and passage.character(end + 1).isalpha()
    return hyphen and word not in CURRENCIES and word != "an"
