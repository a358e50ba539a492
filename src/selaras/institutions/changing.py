"""By what the ledger knows that the country, or one institution's site, has changed."""

COUNTRY = "country"  # its regions and their borders, who speaks in it, and about what


def site_key(slug: str) -> str:
    """Something on the site of this institution: its pages, its profile, its pictures."""
    return f"site:{slug}"
