"""The design system's own components on its style page."""

from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext_lazy as _

from selaras.look.style.samples import Sample, register
from selaras.look.tile_map import LegendEntry, MapTile, TileMap

SEVERITIES = [(4, "Bahaya"), (3, "Waspada"), (2, "Imbauan")]


def _emergencies() -> dict[str, Any]:
    return {
        "notices": [
            SimpleNamespace(
                severity=severity,
                get_severity_display=word,
                full_url="#contoh",
                title=f"Contoh judul pemberitahuan {word.lower()}",
                lead="Apa yang harus dilakukan warga, dalam satu kalimat.",
            )
            for severity, word in SEVERITIES
        ]
    }


def _map() -> dict[str, Any]:
    places = [("Utara", 0, 0), ("Tengah", 1, 0), ("Timur", 2, 0), ("Selatan", 1, 1)]
    tiles = [
        MapTile(
            column=column,
            row=row,
            short=name[:3],
            label=name,
            title=f"{name}: 0{number} menang, {30 + 10 * number} persen",
            href="#contoh",
            mark=f"0{number}",
            value=f"{30 + 10 * number} %",
            meter=30.0 + 10 * number,
            series=number,
        )
        for number, (name, column, row) in enumerate(places, start=1)
    ]
    legend = [LegendEntry(f"0{number}", f"Pilihan {number}", series=number) for number in (1, 2, 3)]
    return {"map": TileMap("Peta contoh", tiles, legend)}


register(
    Sample("letters", _("Huruf"), "look/style/letters.html"),
    Sample("controls", _("Tombol, label, dan isian"), "look/style/controls.html", twice=False),
    Sample("severity", _("Tingkat dan perubahan"), "look/style/severity.html"),
    Sample("emergencies", _("Informasi serta merta"), "look/emergencies.html", _emergencies),
    Sample("tile-map", _("Peta petak"), "look/tile_map.html", _map),
)
