"""What is done with instructions, in the words of the audit's readers."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse

from selaras.announcements.instructing.queries import SEEING
from selaras.announcements.models import Addressee, Instruction
from selaras.institutions.standing import standing_of
from selaras.ledger.objects import Described, describes
from selaras.ledger.words import names_actions, names_details

names_actions(
    {
        "instructions.prepare": "Menyusun instruksi",
        "instructions.change": "Mengubah instruksi",
        "instructions.cancel": "Membatalkan instruksi",
        "instructions.issue": "Menerbitkan instruksi",
        "instructions.remind": "Mengingatkan penerima instruksi",
        "instructions.answer": "Menjawab pertanyaan tentang instruksi",
        "instructions.export": "Mengekspor papan instruksi",
        "instructions.read": "Membaca instruksi",
        "instructions.acknowledge": "Mengakui instruksi",
        "instructions.progress": "Melaporkan pengerjaan instruksi",
        "instructions.finish": "Melaporkan instruksi selesai",
        "instructions.reopen": "Menarik laporan selesai",
        "instructions.ask_again": "Meminta instruksi dikerjakan lagi",
        "instructions.ask": "Bertanya tentang instruksi",
        "instructions.evidence": "Mesin melihat kepatuhan",
    }
)
names_details(
    {
        "addressees": "banyaknya penerima",
        "drill": "latihan",
        "evidence": "jenis bukti",
        "excluded": "tidak menerima",
        "file": "berkas",
        "inquiry": "nomor pertanyaan",
        "instruction": "instruksi",
        "link": "tautan",
    }
)


@describes("instruction")
def instructions(user: Any, keys: list[str]) -> Mapping[str, Described]:
    standing = standing_of(user)
    found = Instruction.objects.filter(pk__in=[key for key in keys if _is_uuid(key)])
    return {
        str(one.pk): Described(
            one.title,
            reverse("instructions:show", args=[one.pk])
            if standing.holds(one.issuer_id, *SEEING)
            else "",
        )
        for one in found
    }


@describes("instruction.addressee")
def addressees(user: Any, keys: list[str]) -> Mapping[str, Described]:
    found = Addressee.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
    return {
        str(one.pk): Described(f"{one.instruction.title}, {one.name}")
        for one in found.select_related("instruction")
    }


def _is_uuid(key: str) -> bool:
    try:
        UUID(key)
    except ValueError:
        return False
    return True
