from selaras.common.guards import append_only

GUARDS = [append_only("ledger_auditentry", name="ledger_audit_append_only")]
