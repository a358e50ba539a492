"""Taking findings or the board as a file is itself an act."""

from collections.abc import Collection, Iterator

from django.db import transaction
from django.db.models import QuerySet

from selaras.accounts.models import User
from selaras.alignment.boards.board import cells_of, names
from selaras.alignment.boards.cards import cards_of
from selaras.alignment.boards.exporting import board_lines, finding_lines
from selaras.alignment.boards.filters import BoardFilters, Filters
from selaras.alignment.boards.findings import filtered, own_findings, seen_findings, worst_first
from selaras.alignment.boards.scope import Scope
from selaras.alignment.models import StoredMention
from selaras.institutions.models import Topic
from selaras.ledger.services import record


def export_own(*, institutions: Collection[int], filters: Filters, user: User) -> Iterator[str]:
    """The lines of what is found in the texts of these institutions, worst first."""
    return _export(own_findings(institutions), "own", filters, user)


def export_seen(*, scope: Scope, filters: Filters, user: User) -> Iterator[str]:
    """The lines of what is found in published texts within the scope, worst first."""
    return _export(seen_findings(scope), "overseen", filters, user)


def export_board(*, scope: Scope, filters: BoardFilters, user: User) -> Iterator[str]:
    """One line for each region and topic that the board counts."""
    cells = cells_of(scope, filters)
    with transaction.atomic():
        record(
            actor=user,
            action="alignment.board.export",
            object_kind="alignment.board",
            object_id="counts",
            details={"filters": filters.asked(), "lines": len(cells)},
        )
    return board_lines(cells, names(), Topic.objects.in_bulk())


def _export(
    rows: QuerySet[StoredMention], what: str, filters: Filters, user: User
) -> Iterator[str]:
    cards = cards_of(worst_first(filtered(rows, filters)))
    with transaction.atomic():
        record(
            actor=user,
            action="alignment.findings.export",
            object_kind="alignment.findings",
            object_id=what,
            institution=filters.institution,
            details={"filters": filters.asked(), "lines": len(cards)},
        )
    return finding_lines(cards)
