"""An object as the index reads it: Wagtail asks for the same texts three to five times."""

from copy import copy
from typing import Any

from modelsearch.index import FilterField


class ReadOnce:
    """Stands for an object while it is indexed; each of its texts is made once."""

    def __init__(self, given: Any) -> None:
        self.pk = given.pk
        self._fields = [
            _with_value(field, field.get_value(given))
            for field in given.get_search_fields()
            if not isinstance(field, FilterField)
        ]

    def get_search_fields(self) -> list[Any]:
        return self._fields


def _with_value(field: Any, value: Any) -> Any:
    """The same field, with a value that it need not ask for."""
    known = copy(field)
    known.get_value = lambda _: value
    return known
