"""Joint release: several pages and an announcement go live together at one second, or none."""
