"""Official facts on the style page, with invented words."""

from types import SimpleNamespace
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from selaras.embeds.words import Note
from selaras.look.style.samples import Sample, register

STATES = [
    ("current", "Siaga Kuning"),
    ("changed", "30 posko"),
    ("ended", "Level 3, berlaku sampai 4 Oktober 2021"),
    ("missing", "Bantuan (belum ditetapkan untuk Kota Contoh)"),
]


def _facts() -> dict[str, Any]:
    notes = [
        Note(
            anchor=f"fakta-contoh-{number}",
            state=state,
            label="Contoh fakta, Kota Contoh",
            text=text,
            lines=[("Ditetapkan oleh", "Badan Contoh"), ("Sumber", "Keputusan contoh")],
            source_url="#contoh",
        )
        for number, (state, text) in enumerate(STATES, start=1)
    ]
    facts = [
        {"note": note, "shown": SimpleNamespace(anchor=note.anchor), "text": note.text}
        for note in notes
    ]
    drawn = [render_to_string("embeds/source.html", {"note": note}) for note in notes]
    return {"facts": facts, "notes": drawn}


register(Sample("facts", _("Fakta resmi dalam teks"), "embeds/sample.html", _facts, twice=False))
