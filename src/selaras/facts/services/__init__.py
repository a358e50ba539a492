"""Writes of facts: the only way in which a fact comes to be, ends or is taken back."""

from selaras.facts.services.backfilling import backfill
from selaras.facts.services.retiring import retire
from selaras.facts.services.stating import Statement, state
from selaras.facts.services.withdrawing import withdraw

__all__ = ["Statement", "backfill", "retire", "state", "withdraw"]
