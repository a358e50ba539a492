"""The check of names that two types of facts have."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections

from selaras.alignment.models import TypeWording
from selaras.alignment.wordings.checking import contradictions
from selaras.alignment.wordings.loading import stored_wordings


@register(Tags.database, deploy=True)
def names_mean_one_type(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The screen refuses them; a label that was changed or a restored table brings them all the
    same.
    """
    found: list[CheckMessage] = []
    for alias in databases or ():
        if TypeWording._meta.db_table not in connections[alias].introspection.table_names():
            continue
        found += [
            Warning(
                f'The name "{name}" belongs to two types of facts: {one.key} and {other.key}.',
                hint="Texts with it are compared with both. Their owners take it away from one, "
                "under Cara menyebut.",
                id="alignment.W001",
            )
            for name, one, other in contradictions(stored_wordings())
        ]
    return found
