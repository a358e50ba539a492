"""Texts for tests, and the facts of which they speak."""

from typing import Any

from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import CheckedText, StoredMention, TypeWording
from selaras.alignment.services.keeping import keep
from selaras.alignment.services.texts import SourceText, TextPart
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import BANDUNG
from selaras.institutions.models import Institution, Region

LEVEL_3 = "Kota Bandung berstatus PPKM Level 3."
AID = "Di wilayah ini, bantuan per keluarga Rp600000."


def spoken_types() -> tuple[FactType, FactType]:
    """The level and the aid, which is inherited, with the words by which texts name them."""
    level, aid = (FactType.objects.get(key=key) for key in ("ppkm.level", "siaga.bantuan"))
    TypeWording.objects.create(fact_type=level, aliases=["PPKM"], patterns=["level {nilai}"])
    TypeWording.objects.create(fact_type=aid, aliases=["bantuan per keluarga"])
    return level, aid


def source_text(words: str = LEVEL_3, key: str = "1", **fields: Any) -> SourceText:
    """A published text of Bandung's office unless told otherwise."""
    code = fields.pop("code", BANDUNG)
    given: dict[str, Any] = {
        "source": "uji",
        "source_id": key,
        "state": CheckedText.State.PUBLISHED,
        "version": "1",
        "institution": Institution.objects.get(region=code),
        "region": Region.objects.get(pk=code),
        "title": f"Teks {key}",
        "parts": [TextPart("body:a", words)],
    }
    return SourceText(**given | fields)


def kept(words: str = LEVEL_3, key: str = "1", **fields: Any) -> CheckedText:
    return keep(source_text(words, key, **fields))


def verdict(key: str = "1") -> Verdict:
    """Of the one mention of this text."""
    return Verdict(StoredMention.objects.get(text__source="uji", text__source_id=key).verdict)
