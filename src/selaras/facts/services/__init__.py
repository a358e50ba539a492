"""Writes of facts: the only way in which a fact comes to be, ends or is taken back."""

from selaras.facts.services.backfilling import backfill
from selaras.facts.services.deleting import delete_fact_type
from selaras.facts.services.planning import call_off
from selaras.facts.services.retiring import retire
from selaras.facts.services.stating import Statement, state
from selaras.facts.services.withdrawing import withdraw
from selaras.facts.services.writing import require_statable

__all__ = [
    "Statement",
    "backfill",
    "call_off",
    "delete_fact_type",
    "require_statable",
    "retire",
    "state",
    "withdraw",
]
