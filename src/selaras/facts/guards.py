"""What the database itself refuses, so that no code path can rewrite what was true.

Versions: no row is deleted; the only update closes an open recorded period, or moves an end of
it that was planned and lies ahead; no two rows of a type and region overlap in both valid and
recorded time. Values: written once.
"""

from selaras.common.guards import Guard, append_only, closes_only, never_deleted

VERSIONS = "facts_factversion"
FROZEN = (
    "fact_type_id", "region_id", "valid_from", "valid_to", "valid_from_floats",
    "valid_to_floats", "recorded_from", "reconstructed", "written_at", "overriding", "source",
    "source_url", "statement", "origin_id",
)  # fmt: skip
CLOSES_ONLY = closes_only(
    VERSIONS,
    name="fact_version_closes",
    frozen=FROZEN,
    closing="recorded_to",
    planned="closed_at",
    refusal="a fact version can only be closed",
)
KEEPS = never_deleted(
    VERSIONS, name="fact_version_keeps", refusal="a fact version is never deleted"
)
# While a writer works, a plan that lies ahead overlaps what is stated before it; at its end
# `planning.py` has closed the one where the other begins, which PostgreSQL checks then.
NO_OVERLAP = Guard(
    name="fact_version_one_value",
    table=VERSIONS,
    sqlite=(
        f"CREATE TRIGGER fact_version_one_value BEFORE INSERT ON {VERSIONS} "
        f"WHEN EXISTS (SELECT 1 FROM {VERSIONS} v "
        "WHERE v.fact_type_id = NEW.fact_type_id AND v.region_id = NEW.region_id "
        "AND (v.valid_to IS NULL OR v.valid_to > NEW.valid_from) "
        "AND (NEW.valid_to IS NULL OR NEW.valid_to > v.valid_from) "
        "AND (v.recorded_to IS NULL OR v.recorded_to > NEW.recorded_from) "
        "AND (v.recorded_to IS NULL OR v.recorded_to > v.recorded_from) "
        "AND (NEW.recorded_to IS NULL OR NEW.recorded_to > v.recorded_from) "
        "AND NOT COALESCE(v.written_at < v.recorded_from "
        "AND v.recorded_from > NEW.recorded_from, FALSE)) "
        "BEGIN SELECT RAISE(ABORT, 'two values of one fact at the same time'); END",
    ),
    postgresql=(
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        f"ALTER TABLE {VERSIONS} ADD CONSTRAINT fact_version_one_value EXCLUDE USING gist ("
        "fact_type_id WITH =, region_id WITH =, "
        "tstzrange(valid_from, valid_to) WITH &&, "
        "tstzrange(recorded_from, recorded_to) WITH &&) DEFERRABLE",
    ),
)
VALUES_ONCE = [
    append_only(f"facts_{kind}value", name=f"fact_{kind}_once")
    for kind in (
        "choice", "number", "percentage", "money", "date", "period", "time", "contact", "text",
    )
]  # fmt: skip
GUARDS = [CLOSES_ONLY, KEEPS, NO_OVERLAP, *VALUES_ONCE]
