"""The owner's answer."""

import re
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.common.events import emit
from selaras.facts.models import Objection
from selaras.facts.objections.checking import optional_text, required_text
from selaras.facts.objections.errors import BadAnswer
from selaras.facts.objections.events import ObjectionAnswered
from selaras.facts.objections.periods import days_late
from selaras.facts.objections.policies import require_answering, require_open
from selaras.facts.objections.queries import objections
from selaras.facts.objections.services.noting import note
from selaras.facts.queries.resolution import ever_known

MOST_ANSWER = 5000
MOST_REFERENCE = 300
State = Objection.State
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def answer(
    *, objection: Objection, user: User, accepted: bool, text: str, correction: str = ""
) -> Objection:
    """Answer an open objection, also after its time. Raises `ObjectionRefused`.

    An accepted objection changes no fact; `correction` says in words, by the address of an
    announcement or by a statement's id, what does.
    """
    now = timezone.now()
    words = required_text(text, "Jawaban", most=MOST_ANSWER, field="text")
    reference = optional_text(
        correction, "Rujukan perbaikan", most=MOST_REFERENCE, field="correction"
    )
    if reference and not accepted:
        raise BadAnswer(
            "Rujukan perbaikan hanya untuk keberatan yang diterima.",
            "Kosongkan rujukannya, atau terima keberatannya.",
            field="correction",
        )
    with transaction.atomic():
        found = objections().get(pk=objection.pk)
        require_answering(user=user, objection=found)
        # Only one of two who answer at once finds it open.
        taken = Objection.objects.filter(pk=found.pk, state=State.OPEN).update(
            state=State.ACCEPTED if accepted else State.REJECTED,
            answer=words,
            answered_by=user,
            answered_at=now,
            correction=reference,
            correction_statement=_statement_in(reference, found),
        )
        found.refresh_from_db(fields=["state", "answer", "answered_at", "correction"])
        if not taken:
            require_open(found)
        _note(found, user)
        emit(ObjectionAnswered(found.pk))
    return found


def _note(found: Objection, user: User) -> None:
    note(
        found,
        actor=user,
        institution=found.fact_type.topic.owner,
        act="accept" if found.state == State.ACCEPTED else "reject",
        days_late=days_late(found, timezone.now()),
        correction=found.correction,
    )


def _statement_in(reference: str, objection: Objection) -> UUID | None:
    """The statement that the reference names, if it did state this fact."""
    named = _UUID.search(reference)
    if named is None:
        return None
    statement = UUID(named.group())
    known = ever_known(None)
    stated = known.filter(statement=statement, fact_type=objection.fact_type_id)
    return statement if stated.exists() else None
