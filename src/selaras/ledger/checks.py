"""The check of the key that signs the heads of the log."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from selaras.ledger.models import SigningKey
from selaras.ledger.proof import keys
from selaras.ledger.proof.errors import NoKey


@register(Tags.database, deploy=True)
def heads_can_be_signed(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Where no key has signed yet, the worker makes one."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        if SigningKey._meta.db_table not in connections[alias].introspection.table_names():
            continue
        key = keys.current()
        if key is not None and not _is_readable(key.kid):
            found.append(
                Error(
                    f"The key that signs the log cannot be read: {keys.file_of(key.kid)}.",
                    hint="Restore that file from the backup of the keys, mode 600 and for the "
                    "account of the server; if it is lost, run `selaras proof rotate`.",
                    id="ledger.E002",
                )
            )
    return found


def _is_readable(kid: str) -> bool:
    try:
        keys.read(kid)
    except NoKey:
        return False
    return True
