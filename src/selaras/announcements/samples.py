"""Announcements on the style page, with invented words."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext_lazy as _

from selaras.look.style.samples import Sample, register


def _list() -> dict[str, Any]:
    announcement = SimpleNamespace(
        topic=SimpleNamespace(label="Siaga musim hujan"),
        slug="contoh",
        title="Status siaga musim hujan untuk seluruh wilayah",
        speaker_name="Badan Contoh",
        published_at=datetime(2026, 11, 24, 7, 30, tzinfo=UTC),
        regions=552,
    )
    return {"announcements": [announcement]}


register(Sample("announcements", _("Pengumuman"), "announcements/list.html", _list))
