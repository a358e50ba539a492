"""Region names as people write them, brought to a form that can be compared.

Case, punctuation, hyphens and blanks do not count: "Bau-Bau", "Bau Bau" and "Baubau" share a key.
The kind of region, where it is said ("Kab.", "Kota Administrasi", "Prov."), is kept apart.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["regency", "city", "province"]

_KINDS: Mapping[str, Kind] = {
    "kabupaten": "regency",
    "kab": "regency",
    "regency": "regency",
    "kota": "city",
    "kotamadya": "city",
    "kodya": "city",
    "city": "city",
    "provinsi": "province",
    "propinsi": "province",
    "prov": "province",
    "prop": "province",
    "province": "province",
}
_ADMINISTRATIVE = frozenset({"administrasi", "administratif", "adm"})
_EXPANSIONS: Mapping[str, str] = {"kep": "kepulauan"}
_NOT_IN_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class RegionName:
    """A name taken apart: the kind that was said, if any, and the comparable rest."""

    kind: Kind | None
    key: str


def parse_name(text: str) -> RegionName:
    """Take apart a name such as "Kab. Adm. Kep. Seribu" or "Yogyakarta, Provinsi".

    The kind may stand first or last; the first place wins. A word of kind with no name beside it
    is the name itself. Text without letters and digits has an empty key. Accepts any text.
    """
    words = _words(text)
    kind, rest = _split_kind(words)
    if len(rest) > 1 and rest[0] in _ADMINISTRATIVE:
        rest = rest[1:]
    if not rest or rest[0] in _ADMINISTRATIVE:
        return RegionName(None, "".join(words))
    return RegionName(kind, "".join(rest))


def whole_key(text: str) -> str:
    """The key of the text with its words of kind left in place.

    For names that only look as if they began or ended with a kind: "Kota Baru" for Kotabaru,
    "Lima Puluh Kota".
    """
    return "".join(_words(text))


def _split_kind(words: list[str]) -> tuple[Kind | None, list[str]]:
    if len(words) > 1 and words[0] in _KINDS:
        return _KINDS[words[0]], words[1:]
    if len(words) > 1 and words[-1] in _KINDS:
        return _KINDS[words[-1]], words[:-1]
    return None, words


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " dan ")
    # Folding can leave letters decomposed, hence the second normalisation.
    spaced = _NOT_IN_A_WORD.sub(" ", unicodedata.normalize("NFKC", folded))
    return [_EXPANSIONS.get(word, word) for word in spaced.split()]
