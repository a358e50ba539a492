"""What the database itself refuses: what was reported and what was seen is never rewritten."""

from selaras.common.guards import append_only, never_deleted

GUARDS = [
    append_only("announcements_evidence", name="evidence_append_only"),
    never_deleted("announcements_report", name="report_keeps", refusal="a report is never deleted"),
    never_deleted(
        "announcements_announcement",
        name="announcement_keeps",
        refusal="an announcement is recalled or called off, never deleted",
    ),
]
