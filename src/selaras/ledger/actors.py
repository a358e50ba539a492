"""Who did it, without a name: what callers pass as `actor`, and the pseudonym that is kept."""

import re
from typing import Protocol
from uuid import UUID

COMMAND = "perintah"  # a command on the machine
CITIZEN = "warga"  # somebody on a public page
CLOCK = "sistem:jam"
PERSON = re.compile(r"^orang:([0-9a-f-]{36})$")


class HasReference(Protocol):
    """A person with an account; `str()` gives the name."""

    @property
    def reference(self) -> UUID: ...


Actor = str | HasReference


def system(what: str) -> str:
    """The actor of what the application does by itself."""
    return f"sistem:{what}"


def pseudonym_of(actor: Actor) -> str:
    return actor if isinstance(actor, str) else person(actor.reference)


def person(reference: UUID) -> str:
    return f"orang:{reference}"


def reference_in(pseudonym: str) -> UUID | None:
    """The person's reference, or None where no person did it."""
    found = PERSON.match(pseudonym)
    return UUID(found[1]) if found else None
