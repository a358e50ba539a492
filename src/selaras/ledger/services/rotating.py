"""Another key signs from now on."""

from django.db import transaction

from selaras.ledger.actors import Actor
from selaras.ledger.proof import keys
from selaras.ledger.proof.sequencing import locked
from selaras.ledger.services.recording import record


def rotate_key(*, actor: Actor) -> str:
    """End the key that signs the log and make the next; returns its name.

    What the old key signed stays valid: it is in the published set, with when it signed.
    """
    with transaction.atomic(), locked():
        before = keys.current()
        made = keys.replace()
        record(
            actor=actor,
            action="proof.rotate",
            object_kind="signing_key",
            object_id=made.kid,
            details={"before": before.kid if before else None},
        )
    return made.kid
