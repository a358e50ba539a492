"""Announcements on the style page, with invented words."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext_lazy as _

from selaras.look.style.samples import Sample, register

MOMENT = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)


def _announcement(**fields: Any) -> SimpleNamespace:
    given: dict[str, Any] = {
        "topic": SimpleNamespace(label="Siaga musim hujan"),
        "slug": "contoh",
        "title": "Status siaga musim hujan untuk seluruh wilayah",
        "speaker_name": "Badan Contoh",
        "published_at": MOMENT,
        "regions": 552,
    }
    return SimpleNamespace(**{**given, **fields})


def _list() -> dict[str, Any]:
    points = [SimpleNamespace(text="Satu kalimat yang dikatakan sama di mana-mana.")]
    told = [
        _announcement(points=points, emergency=True, drill=True),
        _announcement(corrected=True, replaced=True),
        _announcement(superseded=True),
        _announcement(recalled_at=MOMENT),
    ]
    return {"announcements": told}


def _standing() -> dict[str, Any]:
    regions = tuple(SimpleNamespace(full_name=name) for name in ("Kota Utara", "Kota Selatan"))
    other = _announcement(title="Koreksi status siaga musim hujan")
    link = SimpleNamespace(announcement=other, regions=regions)
    return {
        "announcement": _announcement(drill=True, recalled_at=MOMENT, recall_reason="Salah baca."),
        "after": [SimpleNamespace(word=_("Dikoreksi oleh"), link=link, correction="Nilai Utara.")],
        "before": [SimpleNamespace(word=_("Mengoreksi"), link=link)],
    }


def _narrative() -> dict[str, Any]:
    words = ("Siapkan tas siaga.", "Ikuti arahan petugas di posko terdekat.")
    return {"messages": [SimpleNamespace(text=text) for text in words]}


def _parts() -> dict[str, Any]:
    file = SimpleNamespace(
        title="Keputusan", url="#contoh", file_extension="pdf", file_size=204_800
    )
    return {
        "questions": [SimpleNamespace(question="Siapa yang dihubungi?", answer="Posko terdekat.")],
        "attachments": [SimpleNamespace(document=file)],
        "contacts": [SimpleNamespace(name="Posko contoh", reach="posko@peragaan.example")],
    }


register(
    Sample("announcements", _("Pengumuman"), "announcements/list.html", _list),
    Sample("standing", _("Kedudukan pengumuman"), "announcements/standing.html", _standing),
    Sample("narrative", _("Pesan kunci"), "announcements/narrative.html", _narrative, twice=False),
    Sample("announcement-parts", _("Bagian pengumuman"), "announcements/parts.html", _parts),
)
