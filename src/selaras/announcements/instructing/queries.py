"""Reads of instructions: what one's institutions ask, and what is asked of them."""

from django.db.models import Count, Q, QuerySet

from selaras.accounts.models import User
from selaras.announcements.models import Addressee, Inquiry, Instruction, Report
from selaras.institutions.models import Membership
from selaras.institutions.standing import WRITING, standing_of
from selaras.review.models import Round
from selaras.review.versions import Subject

Role = Membership.Role
KIND = "instruction"
# Who sees an institution's instructions, both kinds.
SEEING = WRITING | {Role.ADMINISTRATOR}
UNACKNOWLEDGED = (Addressee.State.RECEIVED, Addressee.State.READ)
State = Instruction.State


def subject_of(instruction: Instruction) -> Subject:
    return Subject(KIND, str(instruction.pk))


def sent_by(user: User) -> QuerySet[Instruction]:
    """What the person's institutions ask of others, drafts included, newest first."""
    standing = standing_of(user)
    found = Instruction.objects.select_related("issuer__region", "check_fact", "announcement")
    if not standing.everything:
        found = found.filter(issuer__in=standing.institutions(*SEEING))
    return found.order_by("-changed_at", "pk")


def counted(found: QuerySet[Instruction]) -> QuerySet[Instruction]:
    """With `total`, `known` (acknowledged), `done`, `open_questions` for each; for one page."""
    rows = Count("addressees", distinct=True)
    known = Q(addressees__acknowledged_at__isnull=False)
    return found.annotate(
        total=rows,
        known=Count("addressees", filter=known, distinct=True),
        done=Count("addressees", filter=Q(addressees__state=Addressee.State.DONE), distinct=True),
        open_questions=Count(
            "addressees__inquiries",
            filter=Q(addressees__inquiries__answered_at=None),
            distinct=True,
        ),
    )


def received_by(user: User) -> QuerySet[Addressee]:
    """What is asked of the person's institutions; the next due first, what is done last."""
    standing = standing_of(user)
    found = Addressee.objects.select_related(
        "instruction__issuer__region", "instruction__check_fact", "institution__region",
        "instruction__announcement",
    )  # fmt: skip
    if not standing.everything:
        found = found.filter(institution__in=standing.institutions(*SEEING))
    return found


def ordered(found: QuerySet[Addressee]) -> QuerySet[Addressee]:
    return found.order_by("instruction__due_at", "pk")


def unfinished(found: QuerySet[Addressee]) -> QuerySet[Addressee]:
    return found.filter(instruction__state=State.ISSUED).exclude(state=Addressee.State.DONE)


def finished(found: QuerySet[Addressee]) -> QuerySet[Addressee]:
    return found.exclude(pk__in=unfinished(found).values("pk")).order_by("-instruction__due_at")


def reports_of(addressee: Addressee) -> QuerySet[Report]:
    return Report.objects.filter(addressee=addressee).select_related("file", "by").order_by("-pk")


def inquiries_of(instruction: Instruction) -> QuerySet[Inquiry]:
    """The unanswered first, then the newest answers."""
    found = Inquiry.objects.filter(addressee__instruction=instruction)
    return found.select_related("addressee", "answered_by").order_by(
        "answered_at", "asked_at", "pk"
    )


def rounds_of(instruction: Instruction) -> QuerySet[Round]:
    """What was submitted and decided about it, the newest first."""
    found = Round.objects.filter(subject_kind=KIND, subject_key=str(instruction.pk))
    return found.select_related("submitted_by", "decided_by").order_by("-pk")
