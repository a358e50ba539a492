"""Writes around pages."""

from selaras.pages.services.indexing import index_pages
from selaras.pages.services.profiles import save_profile
from selaras.pages.services.reporting import handle_report, receive_report
from selaras.pages.services.withdrawing import withdraw

__all__ = [
    "handle_report",
    "index_pages",
    "receive_report",
    "save_profile",
    "withdraw",
]
