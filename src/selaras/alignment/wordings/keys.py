"""By what the ledger knows wordings."""

from uuid import UUID

KIND = "alignment.wording"
WRITE = f"{KIND}.write"
REREAD = "alignment.reread"  # owed: texts are read again for the type


def change_key(type_id: UUID) -> str:
    return f"wording:{type_id}"
