"""Writes of objections."""

from selaras.facts.objections.services.answering import answer
from selaras.facts.objections.services.filing import file_objection
from selaras.facts.objections.services.reading import mark_answer_read
from selaras.facts.objections.services.withdrawing import withdraw

__all__ = ["answer", "file_objection", "mark_answer_read", "withdraw"]
