"""Reports of wrong information: what citizens send, and what editors make of it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.ledger.actors import CITIZEN, Actor
from selaras.ledger.services import owe, record
from selaras.pages.errors import TooManyReports
from selaras.pages.forgetting import FORGET_CONTACT
from selaras.pages.models import WrongInformationReport
from selaras.pages.models.reports import CONTACT_KEPT
from selaras.pages.policies import require_handling

MOST_A_DAY = 200
MOST_A_DAY_IN_ALL = 5_000


def receive_report(
    *, institution: Institution | None, path: str, wrong: str, right: str = "", contact: str = ""
) -> WrongInformationReport:
    """Keep what a citizen reported about a page of a site, or of the portal for None.

    Raises `TooManyReports` where a day's measure is full, so that a flood cannot fill the
    database. The contact is forgotten after `CONTACT_KEPT`; the audit never has it.
    """
    with transaction.atomic():
        now = timezone.now()
        _require_room(institution, since=now - timedelta(days=1))
        report = WrongInformationReport.objects.create(
            institution=institution,
            path=path,
            wrong=wrong,
            right=right,
            contact=contact,
            received_at=now,
        )
        if contact:
            owe(
                kind=FORGET_CONTACT,
                key=f"{FORGET_CONTACT}:{report.pk}",
                payload={"report": report.pk},
                due_at=now + CONTACT_KEPT,
            )
        _record("receive", report, actor=CITIZEN, path=path)
    return report


def handle_report(
    *, report: WrongInformationReport, status: str, note: str, user: User
) -> WrongInformationReport:
    """Say what became of a report. Raises `MayNotHandle` for others' reports."""
    require_handling(user=user, report=report)
    with transaction.atomic():
        found = WrongInformationReport.objects.select_for_update().get(pk=report.pk)
        found.status, found.note = WrongInformationReport.Status(status), note
        found.handled_at = timezone.now()
        found.save(update_fields=["status", "note", "handled_at"])
        _record("handle", found, actor=user, status=status)
    return found


def _require_room(institution: Institution | None, *, since: datetime) -> None:
    lately = WrongInformationReport.objects.filter(received_at__gte=since)
    here = lately.filter(institution=institution)
    if here.count() >= MOST_A_DAY or lately.count() >= MOST_A_DAY_IN_ALL:
        raise TooManyReports


def _record(verb: str, report: WrongInformationReport, *, actor: Actor, **details: str) -> None:
    record(
        actor=actor,
        institution=report.institution.slug if report.institution else "",
        action=f"pages.report.{verb}",
        object_kind="report",
        object_id=str(report.pk),
        details=details,
    )
