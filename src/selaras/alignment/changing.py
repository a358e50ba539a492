"""By what the ledger knows that something about the alignment of texts has changed."""

WORDING = "wording"  # how types are spoken of


def texts_key(institution_id: int) -> str:
    """What was found in the texts of this institution."""
    return f"alignment:{institution_id}"
