"""What was published stays: the database refuses to change or delete a version and its counts."""

from selaras.common.guards import append_only

GUARDS = [
    append_only("tallies_version", name="tally_version_append_only"),
    append_only("tallies_row", name="tally_row_append_only"),
    append_only("tallies_count", name="tally_count_append_only"),
]
