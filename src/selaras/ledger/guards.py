from selaras.common.guards import append_only
from selaras.ledger.proof.guards import GUARDS as GUARDS_OF_THE_LOG

GUARDS = [
    append_only("ledger_auditentry", name="ledger_audit_append_only"),
    *GUARDS_OF_THE_LOG,
]
