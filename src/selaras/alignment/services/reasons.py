"""Saying why a passage that was found is right all the same."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.alignment.errors import MandatoryFact, MayNotJustify, NoReason
from selaras.alignment.models import Reason, TypeWording
from selaras.alignment.queries.reasons import PASSAGE_LETTERS
from selaras.facts.models import FactType
from selaras.institutions.models import Institution, Region
from selaras.institutions.standing import WRITING, standing_of
from selaras.ledger.services import record
from selaras.ledger.words import names_actions, names_details

LEAST_LETTERS, MOST_LETTERS = 10, 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a reason is about: a passage of a source, and the fact that it is compared with.

    Figures that do not fit each other have neither type nor region.
    """

    source: str
    source_id: str
    institution: Institution
    passage: str
    fact_type: FactType | None = None
    region: Region | None = None


def give(*, found: Found, reason: str, user: User) -> Reason:
    """Keep the reason in the place of an earlier one for the same passage, and audit it.

    Raises `MayNotJustify`, `NoReason`, or `MandatoryFact` where the fact's owner allows no other
    value and this person does not write for the owner.
    """
    words = " ".join(reason.split())
    if not LEAST_LETTERS <= len(words) <= MOST_LETTERS:
        raise NoReason(len(words), LEAST_LETTERS, MOST_LETTERS)
    _require_right(found, user)
    with transaction.atomic():
        row, _ = Reason.objects.update_or_create(
            source=found.source,
            source_id=found.source_id,
            passage=found.passage[:PASSAGE_LETTERS],
            fact_type=found.fact_type,
            region=found.region,
            defaults={
                "institution": found.institution,
                "reason": words,
                "given_by": user,
                "given_at": timezone.now(),
            },
        )
        record(
            actor=user,
            action="alignment.reason.give",
            object_kind=found.source,
            object_id=found.source_id,
            institution=found.institution.slug,
            reason=words,
            details={
                "passage": row.passage,
                "fact_type": found.fact_type.key if found.fact_type else "",
                "region": found.region.pk if found.region else "",
            },
        )
    return row


def _require_right(found: Found, user: User) -> None:
    """Who writes for the fact's owner may; of no mandatory fact any other writer."""
    standing, fact_type = standing_of(user), found.fact_type
    if fact_type is not None and standing.holds(fact_type.owner, *WRITING):
        return
    if not standing.holds(found.institution, *WRITING):
        raise MayNotJustify(found.institution.name)
    if fact_type and TypeWording.objects.filter(fact_type=fact_type, mandatory=True).exists():
        raise MandatoryFact(fact_type.label, fact_type.owner.short_name)


names_actions({"alignment.reason.give": "Menjelaskan mengapa sebuah pernyataan benar"})
names_details({"passage": "pernyataan"})
