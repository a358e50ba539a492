"""Writes: what review decides about pages, and what follows from it."""

from selaras.pages.review.services.deciding import (
    approve,
    end_approval,
    publish_approved,
    return_to_writer,
    unschedule,
)
from selaras.pages.review.services.emergencies import (
    confirm_emergency,
    publish_at_once,
    take_down_emergency,
)
from selaras.pages.review.services.opening import open_workflow
from selaras.pages.review.services.submitting import submit
from selaras.pages.review.services.superseding import supersede

__all__ = [
    "approve",
    "confirm_emergency",
    "end_approval",
    "open_workflow",
    "publish_approved",
    "publish_at_once",
    "return_to_writer",
    "submit",
    "supersede",
    "take_down_emergency",
    "unschedule",
]
