"""What in a question looks like a person: then nothing of the question is kept, or a number less.

Rather a question too many is left out than one that names somebody is kept.
"""

import re

HIDDEN = "#"  # stands for a number that is left out
MOST_DIGITS = 6  # of a number, years apart; what is longer is a telephone, an account, an identity
CODED_LETTERS, CODED_DIGITS = 8, 3  # a word as long with as many digits is a code of somebody's

_YEAR = re.compile(r"(?<![\d])(?:19|20)\d\d(?![\d])")
_LONG = re.compile(r"\d{4,}")
_CHAIN = re.compile(r"\d(?:[\s.,:/()+#_-]{0,3}\d)*")
_ELSEWHERE = re.compile(r"@|://|\bwww\.|\bhttps?\b")
_BORN = re.compile(r"\b\d{1,2}\s?[-./ ]\s?\d{1,2}\s?[-./ ]\s?(?:19|20)?\d\d\b")
_DWELLING = re.compile(
    r"\brt\W{0,3}\d{1,3}\b|\brw\W{0,3}\d{1,3}\b"
    r"|\b(?:jalan|jln?|gang|gg|komplek|blok|perum)\b.{1,40}\b(?:no|nomor)\W{0,3}\d"
)
# A vehicle's plate: the letters of its place, a number, and letters again.
_PLATE = re.compile(
    r"\b(?:[abdefghklmnprstwz]|aa|ab|ad|ae|ag|ba|bb|bd|be|bg|bh|bk|bl|bm|bn|bp|da|db|dc|dd|de|dg"
    r"|dh|dk|dl|dm|dn|dp|dr|ds|dt|dw|ea|eb|ed|ka|kb|kh|kt|ku|pa|pb)[\s-]?\d{1,4}[\s-]?[a-z]{1,3}\b"
)
_CODED = re.compile(rf"\b[a-z\d]{{{CODED_LETTERS},}}\b")


def names_somebody(text: str) -> bool:
    """Whether a folded text in small letters holds an address, a number or a code of a person."""
    if any(one.search(text) for one in (_ELSEWHERE, _BORN, _DWELLING, _PLATE)):
        return True
    bare = _YEAR.sub(" ", text)
    chains = (sum(map(str.isdigit, chain[0])) for chain in _CHAIN.finditer(bare))
    long = any(digits > MOST_DIGITS for digits in chains)
    return long or any(map(_is_code, _CODED.findall(bare)))


def without_numbers(text: str) -> str:
    """Four digits and more become one sign, unless they are a year."""
    return _LONG.sub(lambda found: found[0] if _YEAR.fullmatch(found[0]) else HIDDEN, text)


def _is_code(word: str) -> bool:
    return CODED_DIGITS <= sum(map(str.isdigit, word)) < len(word)
