"""The audit of an objection's acts. What people wrote stays in the objection, not here."""

from typing import Any

from selaras.accounts.models import User
from selaras.facts.models import Objection
from selaras.institutions.models import Institution
from selaras.ledger.services import record

KIND = "facts.objection"


def note(
    objection: Objection, *, actor: User, institution: Institution, act: str, **details: Any
) -> None:
    record(
        actor=actor,
        institution=institution.slug,
        action=f"{KIND}.{act}",
        object_kind=KIND,
        object_id=str(objection.pk),
        details={
            "fact_type": objection.fact_type.key,
            "region": objection.region_id,
            "version": objection.version_id,
            **details,
        },
    )
