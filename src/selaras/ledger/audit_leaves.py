"""Every entry of the audit is a leaf of the log: its hash is public, what it says is not."""

import json
from collections.abc import Collection, Iterator
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from selaras.ledger.json_lines import as_json
from selaras.ledger.models import AuditEntry
from selaras.ledger.proof.canonical import Data, moment
from selaras.ledger.proof.kinds import LeafKind, leaves
from selaras.ledger.proof.log import append

CHUNK = 1000


def append_leaf(entry: AuditEntry) -> None:
    append(kind=AUDIT.name, object_id=str(entry.key), data=_data(entry))


def _data(entry: AuditEntry) -> Data:
    """As it will be read from the database, whatever Python wrote into `details`."""
    told = {**as_json(entry), "at": moment(entry.at)}
    plain: Data = json.loads(json.dumps(told, cls=DjangoJSONEncoder))
    return plain


def _data_of(keys: Collection[str]) -> dict[str, Data]:
    found = AuditEntry.objects.filter(key__in=[UUID(key) for key in keys])
    return {str(entry.key): _data(entry) for entry in found}


def _everything() -> Iterator[str]:
    keys = AuditEntry.objects.order_by("number").values_list("key", flat=True)
    return (str(key) for key in keys.iterator(CHUNK))


AUDIT = leaves(LeafKind(name="audit", data=_data_of, everything=_everything, stored=False))
