"""Codes of rows: those of regions, and the few that no region has."""

from selaras.institutions.queries import NATIONAL

OVERSEAS = "99"
"""Votes cast abroad; the election commission's own code."""

SPECIAL = frozenset({OVERSEAS})


def parent_of(code: str) -> str:
    """The code of the row that this one is a part of; the country is part of nothing."""
    if code == NATIONAL:
        return ""
    return code.rpartition(".")[0] or NATIONAL


def lies_in(code: str, scope: str) -> bool:
    """Whether the row belongs to a count of this scope; the scope's own row does."""
    return scope in (NATIONAL, code) or parent_of(code) == scope
