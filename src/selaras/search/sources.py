"""Kinds of texts that can be found; the rooms above name theirs when they start."""

from selaras.search.entries import EntrySource

_sources: dict[str, EntrySource] = {}


def register_source(source: EntrySource) -> None:
    """Done once, when the room's app is ready."""
    if _sources.setdefault(source.name, source) is not source:
        raise RuntimeError(f"two kinds of texts are called {source.name}")


def sources() -> dict[str, EntrySource]:
    return dict(_sources)
