"""Writes of the ledger: always inside the transaction of the change that they belong to."""

from selaras.ledger.services.exporting import export_entries
from selaras.ledger.services.forgetting import erase_person, forget_origins
from selaras.ledger.services.owing import advance_epoch, owe
from selaras.ledger.services.recording import is_told_here, record, rename_person, told_here
from selaras.ledger.services.rotating import rotate_key

__all__ = [
    "advance_epoch",
    "erase_person",
    "export_entries",
    "forget_origins",
    "is_told_here",
    "owe",
    "record",
    "rename_person",
    "rotate_key",
    "told_here",
]
