"""The components of home pages on the style page, with invented words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from selaras.institutions.models import Region
from selaras.look.style.samples import Sample, register
from selaras.portal.facts import FactCard


def _cards() -> dict[str, Any]:
    region = Region(code="00.00", name="Kota Contoh", level=Region.Level.CITY)
    card = FactCard(
        anchor="contoh",
        label="Status siaga",
        value="Siaga Kuning",
        validity="Berlaku sejak 1 November 2026",
        source="Keputusan contoh",
        source_url="#contoh",
        owner="Badan Contoh",
        demonstration=False,
        tone=2,
    )
    return {"region": region, "facts": [card]}


register(Sample("fact-cards", _("Kartu fakta"), "portal/fact_cards.html", _cards, twice=False))
