"""What is announced to the rooms above, inside the transaction."""

from dataclasses import dataclass

from selaras.common.events import Event


@dataclass(frozen=True)
class ObjectionFiled(Event):
    objection: int


@dataclass(frozen=True)
class ObjectionAnswered(Event):
    objection: int


@dataclass(frozen=True)
class ObjectionWithdrawn(Event):
    objection: int
