"""Write a manuscript, have it reviewed, and announce what was approved."""

from selaras.announcements.manuscripts.services.deciding import (
    approve,
    publish_at_once,
    return_to_author,
    review_afterwards,
    submit,
    take_back,
)
from selaras.announcements.manuscripts.services.drafting import discard, save, start

__all__ = [
    "approve",
    "discard",
    "publish_at_once",
    "return_to_author",
    "review_afterwards",
    "save",
    "start",
    "submit",
    "take_back",
]
