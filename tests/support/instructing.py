"""An instruction for those who try routes: its issuer is its addressee, and asks about it."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from selaras.announcements.models import Addressee, Inquiry, Instruction
from selaras.institutions.models import Institution


@dataclass(frozen=True)
class Asked:
    instruction: Instruction
    row: Addressee
    inquiry: Inquiry


def asked_by(slug: str, word: str) -> Asked:
    """Its title, its report and its question are the institution's own word."""
    owner = Institution.objects.select_related("region").get(slug=slug)
    now = timezone.now()
    made = Instruction.objects.create(
        issuer=owner,
        title=word,
        task=word,
        due_at=now + timedelta(days=9),
        rule={"kind": "institutions", "institutions": [slug]},
        rule_words=word,
        state=Instruction.State.ISSUED,
        issued_at=now,
    )
    row = Addressee.objects.create(
        instruction=made,
        institution=owner,
        name=owner.name,
        region=owner.region_id,
        region_name=owner.region.full_name,
        province="",
    )
    return Asked(made, row, Inquiry.objects.create(addressee=row, text=word))
