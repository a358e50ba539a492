"""How many rows of one kind a form draws, whatever number it was sent."""

from typing import Any

MOST_NEW = 40


class BoundedRows:
    """Django draws a thousand rows above a formset's limit, since the sender states their number:
    a page of some megabytes for a request of some bytes.

    Beside the rows that stand, twice as many new ones as are allowed: some are removed again.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rows in self.formsets.values():  # type: ignore[attr-defined]
            rows.absolute_max = len(rows.get_queryset()) + min(MOST_NEW, 2 * rows.max_num)
