"""An invented instruction, followed up by some: the boards of a centre and of its addressees."""

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.utils import timezone

from selaras.announcements.instructing.compliance import EMBEDS
from selaras.announcements.instructing.content import Content
from selaras.announcements.instructing.rules import Kind, Rule
from selaras.announcements.instructing.services import issue_directly
from selaras.announcements.models import Addressee, Inquiry, Instruction, Report
from selaras.facts.queries import fact_type
from selaras.institutions.models import Institution
from selaras.ledger.actors import system

ACTOR = system("peragaan")
TITLE = "Muat status siaga musim hujan di situs (data peragaan)"
TASK = (
    "Muat status siaga wilayah Anda di situs instansi, dengan sisipan fakta resmi, bukan dengan"
    " angka yang diketik.\n\n"
    "Pastikan nomor posko dan jam layanannya benar. Beri tahu kami bila status wilayah Anda tidak"
    " sesuai dengan keadaan di lapangan.\n\n"
    "Seluruh isi instruksi ini adalah rekaan untuk peragaan."
)
KNOWN = "kota-bandung"  # whose people try the steps themselves: its row stays as it was received
DAYS = 6
AHEAD = 0.35
STEPS = [
    (0.62, Addressee.State.DONE),
    (0.45, Addressee.State.IN_PROGRESS),
    (0.3, Addressee.State.ACKNOWLEDGED),
    (0.12, Addressee.State.READ),
]


def instruct() -> None:
    """Issue it to the whole country and let time pass; repeatable."""
    if Instruction.objects.filter(title=TITLE).exists():
        return
    today = datetime.now(ZoneInfo("Asia/Jakarta"))
    due = (today + timedelta(days=DAYS)).replace(hour=16, minute=0, second=0, microsecond=0)
    made = issue_directly(
        issuer=Institution.objects.select_related("region").get(slug="bnpb"),
        content=Content(
            title=TITLE,
            task=TASK,
            due_at=due,
            rule=Rule(Kind.REGENCIES),
            evidence="Alamat halaman yang memuat statusnya.",
            wants_link=True,
            check_name=EMBEDS,
            check_fact=fact_type("siaga.status"),
        ),
        actor=ACTOR,
    )
    _follow_up(made)


def _follow_up(made: Instruction) -> None:
    now = timezone.now()
    rows = list(made.addressees.select_related("institution").order_by("region"))
    said = []
    for row in rows:
        chance = Random(f"instruksi:{row.region}")  # noqa: S311 - the same in every demonstration
        row.state = _state(chance.random(), row.province)
        if row.institution.slug == KNOWN:
            row.state = Addressee.State.RECEIVED
        _date(row, now)
        said += [_report(row, now)] if row.done_at or row.started_at else []
    fields = ["state", "read_at", "acknowledged_at", "started_at", "done_at"]
    Addressee.objects.bulk_update(rows, fields)
    Report.objects.bulk_create(said)
    asking = next(row for row in rows if row.institution.slug == "kab-bandung")
    Inquiry.objects.create(
        addressee=asking,
        text="Apakah cukup di halaman depan, atau juga di halaman layanan?",
        asked_at=now,
        answer="Cukup di halaman depan.",
        answered_at=now,
    )
    Inquiry.objects.create(
        addressee=rows[0], text="Bolehkah tautannya menuju halaman kecamatan?", asked_at=now
    )


def _state(chance: float, province: str) -> str:
    """Java goes ahead, so that the map shows more than one shade."""
    reached = chance + (AHEAD if province.startswith("3") else 0.0)
    found = (state for least, state in STEPS if reached >= least)
    return next(found, Addressee.State.RECEIVED)


def _date(row: Addressee, now: datetime) -> None:
    order = list(Addressee.State)
    reached = order.index(Addressee.State(row.state))
    for step, name in enumerate(("read_at", "acknowledged_at", "started_at", "done_at"), start=1):
        if reached >= step:
            setattr(row, name, now)


def _report(row: Addressee, now: datetime) -> Report:
    done = row.state == Addressee.State.DONE
    return Report(
        addressee=row,
        state=row.state,
        text="Sudah dimuat di halaman depan." if done else "Sedang disiapkan.",
        link=f"{row.institution.url}/" if done else "",
        at=now,
    )
