"""What the search keeps in the database."""

from selaras.search.models.asked import AskedDay, AskedQuery, AskersToday, PickedResult
from selaras.search.models.indexing import Band, Founder, IndexedEntry, IndexState, WaitingEntry
from selaras.search.models.tuning import SignalWeight, SynonymGroup

__all__ = [
    "AskedDay",
    "AskedQuery",
    "AskersToday",
    "Band",
    "Founder",
    "IndexState",
    "IndexedEntry",
    "PickedResult",
    "SignalWeight",
    "SynonymGroup",
    "WaitingEntry",
]
