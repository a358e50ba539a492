"""The board as a file; taking it is itself an act."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.instructing.board import board_of, latest_reports
from selaras.announcements.instructing.exporting import lines
from selaras.announcements.instructing.filters import Filters
from selaras.announcements.instructing.policies import require_following
from selaras.announcements.instructing.services.noting import note
from selaras.announcements.models import Instruction


def export_board(*, instruction: Instruction, filters: Filters, user: User) -> Iterator[str]:
    """The lines of the file, with the rows that the filters show. Raises `MayNotFollow`."""
    require_following(user=user, instruction=instruction)
    board = board_of(instruction, timezone.now())
    rows = [row for row in board.rows if filters.holds(row)]
    said = latest_reports([row.addressee for row in rows])
    with transaction.atomic():
        note(instruction, actor=user, action="instructions.export", filters=filters.asked())
    return lines(instruction, rows, said)
