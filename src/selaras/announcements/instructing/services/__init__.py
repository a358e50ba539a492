"""Writes of instructions: what the issuer does, what an addressee does, what a machine saw."""

from selaras.announcements.instructing.services.deciding import (
    issue,
    issue_directly,
    send_back,
    submit,
    take_back,
)
from selaras.announcements.instructing.services.drafting import cancel, change, prepare
from selaras.announcements.instructing.services.evidence import record_evidence
from selaras.announcements.instructing.services.exporting import export_board
from selaras.announcements.instructing.services.inquiries import answer, ask
from selaras.announcements.instructing.services.progress import (
    acknowledge,
    ask_again,
    mark_read,
    reopen,
    report,
)
from selaras.announcements.instructing.services.reminding import remind

__all__ = [
    "acknowledge",
    "answer",
    "ask",
    "ask_again",
    "cancel",
    "change",
    "export_board",
    "issue",
    "issue_directly",
    "mark_read",
    "prepare",
    "record_evidence",
    "remind",
    "reopen",
    "report",
    "send_back",
    "submit",
    "take_back",
]
