"""What the room announces about people."""

from dataclasses import dataclass
from datetime import date

from selaras.common.events import Event


@dataclass(frozen=True)
class RoleGranted(Event):
    user_id: int
    institution_id: int
    role: str


@dataclass(frozen=True)
class RoleEnded(Event):
    """From `end` on the person does not hold the role any more: today, or a day to come.

    Nothing is announced on the day itself: whoever keeps a right of hers asks `standing_of`.
    """

    user_id: int
    institution_id: int
    role: str
    end: date
