"""People and acts for tests of the audit, without any room above."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from selaras.ledger.models import AuditEntry
from selaras.ledger.services import record


@dataclass
class Someone:
    name: str = "Seseorang"
    reference: UUID = field(default_factory=uuid4)

    def __str__(self) -> str:
        return self.name


def act(**fields: Any) -> AuditEntry:
    given = {"actor": "perintah", "action": "uji.lakukan", "object_kind": "uji", "object_id": "1"}
    with transaction.atomic():
        return record(**{**given, **fields})
