"""The facts that are known on a day, as a region reads them."""

from collections.abc import Sequence
from typing import Protocol

from selaras.alignment.engine.results import Version


class Knowledge(Protocol):
    """Where versions come from: a database, a file."""

    def versions(self, type_key: str, region: str) -> Sequence[Version]:
        """All known versions for the region, or for the nearest one above that has any; by time.

        Empty where nothing was ever stated, or where the type is not inherited from above.
        """
        ...
