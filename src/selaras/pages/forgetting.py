"""Personal data of citizens is forgotten when its time has come."""

from typing import Any

from selaras.ledger.actors import CLOCK
from selaras.ledger.services import record
from selaras.ledger.worker import settles
from selaras.pages.models import WrongInformationReport

FORGET_CONTACT = "pages.report.forget"


@settles(FORGET_CONTACT)
def forget_contact(payload: dict[str, Any]) -> None:
    """Erase the contact in a report; a report that is gone needs nothing."""
    held = WrongInformationReport.objects.filter(pk=payload["report"]).exclude(contact="")
    for report in held.select_related("institution"):
        report.contact = ""
        report.save(update_fields=["contact"])
        record(
            actor=CLOCK,
            institution=report.institution.slug if report.institution else "",
            action=FORGET_CONTACT,
            object_kind="report",
            object_id=str(report.pk),
        )
