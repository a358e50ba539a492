"""Announcements with words worth copying, and texts that repeat them."""

from datetime import date
from typing import Any

from django.utils import timezone

from selaras.alignment.copies.index import index
from selaras.alignment.copies.recognising import Copy, recognise
from selaras.alignment.models import CheckedText
from selaras.alignment.services.texts import TextPart
from selaras.announcements.draft import Parts
from selaras.announcements.models import Announcement
from selaras.announcements.tests.telling import tell
from selaras.institutions.models import Institution, Region

BANDUNG = "32.73"
FIRST = (
    "Warga di bantaran sungai agar mengungsi sebelum pukul 18.00 ke balai desa terdekat dan membawa"
    " surat penting, obat pribadi, serta air minum untuk tiga hari. Petugas menjemput warga lanjut"
    " usia dan penyandang disabilitas dengan perahu karet dari titik kumpul di depan masjid raya.",
    "Sekolah di kelurahan yang tergenang belajar dari rumah sampai air surut, dan guru membagikan"
    " tugas lewat kelompok orang tua murid setiap pagi tanpa mengurangi jam istirahat anak-anak.",
)
SECOND = (FIRST[0].replace("pukul 18.00", "pukul 16.00"), FIRST[1])
LOCAL = f"Pengumuman Dinas Kebencanaan untuk Anda. {FIRST[0]} Info lebih lanjut di kantor kami."


def announce(messages: tuple[str, ...] = FIRST, **fields: Any) -> Announcement:
    """Announced for the city, and known by its words."""
    city = Region.objects.get(pk=BANDUNG)
    fields.setdefault("rows", {"Kota Bandung": "merah"})
    rows = fields.pop("rows")
    made = tell(rows, parts=Parts(messages=messages, audience=(city,)), **fields)
    index(made.pk)
    return made


def found_in(*texts: str, region: str = BANDUNG, day: date | None = None) -> list[Copy]:
    parts = [TextPart(f"body:{number}", text) for number, text in enumerate(texts)]
    return recognise(parts, region=region, day=day)


def text_of_bandung(key: str = "1", **fields: Any) -> CheckedText:
    given = {
        "source": "uji",
        "source_id": key,
        "state": CheckedText.State.PUBLISHED,
        "institution": Institution.objects.get(region=BANDUNG),
        "region_id": BANDUNG,
        "title": f"Teks {key}",
        "read_at": timezone.now(),
    }
    return CheckedText.objects.create(**given | fields)
