"""By which names the audit keeps what is set for the search."""

KIND = "search.tuning"
WEIGHTS = "weights"


def detail_of(signal: str) -> str:
    """A signal's weight among the details of an entry."""
    return f"search.{signal}"
