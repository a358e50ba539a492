"""Announcements, manuscripts and what is done with them, in the words of the audit."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse

from selaras.announcements.manuscripts.queries import READING
from selaras.announcements.models import Announcement, Manuscript
from selaras.institutions.standing import standing_of
from selaras.ledger.objects import Described, describes
from selaras.ledger.words import names_actions, names_details

EDITOR = "selaras.config.urls.editor"

names_actions(
    {
        "announcements.plan": "Menjadwalkan pengumuman",
        "announcements.live": "Pengumuman terbit menurut jadwal",
        "announcements.call_off": "Membatalkan jadwal pengumuman",
        "announcements.recall.ask": "Meminta penarikan pengumuman",
        "announcements.recall": "Menarik pengumuman",
        "announcements.recall.decline": "Menolak penarikan pengumuman",
        "announcements.manuscript.start": "Memulai naskah pengumuman",
        "announcements.manuscript.save": "Menyimpan naskah pengumuman",
        "announcements.manuscript.discard": "Membuang naskah pengumuman",
        "facts.call_off": "Membatalkan rencana fakta",
    }
)
names_details({"restores": "mengembalikan nilai sebelumnya", "values": "banyaknya nilai"})


@describes("manuscript")
def manuscripts(user: Any, keys: list[str]) -> Mapping[str, Described]:
    standing = standing_of(user)
    found = Manuscript.objects.filter(pk__in=[key for key in keys if _is_uuid(key)])
    return {
        str(one.pk): Described(
            one.title or one.key,
            _address("manuscript", one.pk) if standing.holds(one.speaker_id, *READING) else "",
        )
        for one in found
    }


@describes("announcement")
def announcements(user: Any, keys: list[str]) -> Mapping[str, Described]:
    standing = standing_of(user)
    found = Announcement.objects.filter(pk__in=[key for key in keys if _is_uuid(key)])
    return {
        str(one.pk): Described(
            one.title,
            _address("announcement", one.pk) if standing.holds(one.speaker_id, *READING) else "",
        )
        for one in found
    }


def _address(name: str, key: UUID) -> str:
    return reverse(f"announcements_admin:{name}", args=[key], urlconf=EDITOR)


def _is_uuid(key: str) -> bool:
    try:
        UUID(key)
    except ValueError:
        return False
    return True
