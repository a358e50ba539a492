"""What the room's acts are called in the audit."""

from selaras.ledger.words import names_actions

ACTIONS = {
    "review.submit": "Mengajukan untuk ditinjau",
    "review.approve": "Menyetujui",
    "review.return": "Meminta perbaikan",
    "review.take_back": "Menarik pengajuan",
    "review.end": "Membatalkan persetujuan",
    "review.exempt": "Menerbitkan tanpa tinjauan",
    "review.emergency": "Menerbitkan darurat",
    "review.emergency.confirm": "Membenarkan penerbitan darurat",
    "review.emergency.return": "Menarik kembali penerbitan darurat",
    "review.link.make": "Membuat tautan tinjauan",
    "review.link.open": "Membuka tautan tinjauan",
    "review.link.revoke": "Mencabut tautan tinjauan",
    "review.remark": "Memberi catatan",
    "review.remark.handle": "Menangani catatan",
}


def register() -> None:
    names_actions(ACTIONS)
