"""What this room asks of people, and what they may begin here."""

from django.urls import reverse

from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, fills_inbox
from selaras.accounts.inbox.starts import Start, offers_start
from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.models import WrongInformationReport
from selaras.pages.policies import reports_for


@fills_inbox("citizen reports")
def reports(user: User) -> Waiting:
    """What citizens say is wrong and nobody has answered."""
    waiting = reports_for(user).filter(status=WrongInformationReport.Status.NEW)
    rows = list(waiting.order_by("received_at")[:MOST])
    return Waiting(
        [
            Item(
                kind="Laporan warga",
                title=report.wrong[:120],
                url=reverse("citizen_reports:handle", args=[report.pk]),
                urgency=Urgency.WAITED_FOR,
                since=report.received_at,
                detail=f"Nomor {report.number}",
                institution=report.institution.short_name if report.institution else "",
            )
            for report in rows
        ],
        len(rows) if len(rows) < MOST else waiting.count(),
    )


def _new_page(user: User) -> str | None:
    """Where a person of one institution begins a page; others choose in the explorer."""
    own = Institution.objects.filter(pk__in=standing_of(user).institutions(*WRITING))
    roots = list(own.exclude(site=None).values_list("site__root_page", flat=True)[:2])
    if len(roots) == 1:
        return reverse("wagtailadmin_pages:add_subpage", args=roots)
    return reverse("wagtailadmin_explore_root") if roots else None


offers_start(Start("Tulis halaman", "doc-empty-inverse", "wagtailadmin_explore_root", _new_page))
