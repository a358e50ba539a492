"""What of the list or of the board is shown. What cannot be understood filters nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from selaras.alignment.boards.words import ASKED
from selaras.alignment.models import CheckedText

WORDS = {verdict: word for word, verdict in ASKED.items()}
STATES = {"terbit": CheckedText.State.PUBLISHED, "draf": CheckedText.State.DRAFT}
STATE_WORDS = {str(state): word for word, state in STATES.items()}
GIVEN = "ya"
KEY = re.compile(r"[a-z0-9-]{1,100}")
CODE = re.compile(r"\d\d(?:\.\d\d)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """Of findings. `regions` is what lies in `region`; empty where no region is asked for."""

    verdict: str = ""
    topic: str = ""
    state: str = ""
    institution: str = ""
    justified: bool = False
    region: str = ""
    regions: frozenset[str] = frozenset()

    def asked(self) -> dict[str, str]:
        """As an address says it."""
        given = {
            "temuan": WORDS.get(self.verdict, ""),  # type: ignore[call-overload]
            "topik": self.topic,
            "teks": STATE_WORDS.get(self.state, ""),
            "instansi": self.institution,
            "alasan": GIVEN if self.justified else "",
            "wilayah": self.region,
        }
        return {name: value for name, value in given.items() if value}

    def address(self) -> str:
        return urlencode(self.asked())

    def but(self, **changed: str | bool) -> "Filters":
        return replace(self, **changed)  # type: ignore[arg-type]


def filters_from(given: Mapping[str, str]) -> Filters:
    return Filters(
        verdict=str(ASKED.get(given.get("temuan", ""), "")),
        topic=_matching(KEY, given.get("topik", "")),
        state=str(STATES.get(given.get("teks", ""), "")),
        institution=_matching(KEY, given.get("instansi", "")),
        justified=given.get("alasan") == GIVEN,
        region=_matching(CODE, given.get("wilayah", "")),
    )


@dataclass(frozen=True, slots=True)
class BoardFilters:
    """Of the board: one topic, one province, and by what its table is ordered."""

    topic: str = ""
    province: str = ""
    order: str = ""

    def asked(self) -> dict[str, str]:
        given = {"topik": self.topic, "provinsi": self.province, "urut": self.order}
        return {name: value for name, value in given.items() if value}

    def address(self) -> str:
        return urlencode(self.asked())

    def but(self, **changed: str) -> "BoardFilters":
        return replace(self, **changed)


ORDERS = {
    "selaras": "Paling tidak selaras dulu",
    "temuan": "Temuan terbanyak dulu",
    "pernyataan": "Pernyataan terbanyak dulu",
    "wilayah": "Kode wilayah",
}


def board_filters_from(given: Mapping[str, str]) -> BoardFilters:
    province, order = given.get("provinsi", ""), given.get("urut", "")
    return BoardFilters(
        topic=_matching(KEY, given.get("topik", "")),
        province=province if re.fullmatch(r"[0-9]{2}", province) else "",
        order=order if order in ORDERS else "",
    )


def _matching(pattern: re.Pattern[str], text: str) -> str:
    return text if text.isascii() and pattern.fullmatch(text) else ""
