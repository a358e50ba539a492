"""Announce, plan, call off and recall: the owner's word, for many regions, in one transaction."""

from selaras.announcements.services.calling_off import call_off
from selaras.announcements.services.publishing import (
    Published,
    announced_before,
    publish,
    publish_as,
)
from selaras.announcements.services.recalling import (
    ask_recall,
    confirm_recall,
    decline_recall,
)

__all__ = [
    "Published",
    "announced_before",
    "ask_recall",
    "call_off",
    "confirm_recall",
    "decline_recall",
    "publish",
    "publish_as",
]
