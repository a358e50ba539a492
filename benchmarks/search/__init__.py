"""Search beside the bare engine and PostgreSQL: `python -m benchmarks.search`."""
