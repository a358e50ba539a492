"""What the database itself refuses: a log that can be rewritten proves nothing."""

from selaras.common.guards import append_only, closes_only, never_deleted

GUARDS = [
    closes_only(
        "ledger_logentry",
        name="log_entry_numbered",
        frozen=("id", "kind", "object_id", "data", "salt", "existing", "leaf_hash"),
        closing="number",
        refusal="an entry of the log is only numbered, once",
    ),
    never_deleted(
        "ledger_logentry", name="log_entry_keeps", refusal="an entry of the log is never deleted"
    ),
    append_only("ledger_lognode", name="log_node_append_only"),
    append_only("ledger_treehead", name="tree_head_append_only"),
    closes_only(
        "ledger_signingkey",
        name="signing_key_ends",
        frozen=("id", "kid", "public", "begun_at"),
        closing="ended_at",
        refusal="a key of the log only ends",
    ),
    never_deleted(
        "ledger_signingkey", name="signing_key_keeps", refusal="a key of the log is never deleted"
    ),
]
