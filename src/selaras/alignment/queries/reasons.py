"""The reasons that were given for passages of a source."""

from selaras.alignment.engine.results import Finding
from selaras.alignment.models import Reason

PASSAGE_LETTERS = 300
Key = tuple[str, str, str]  # the type's key, the region's code, the passage


def reasons_of(source: str, source_id: str) -> dict[Key, str]:
    """All of them by what they are about; type and region are empty for figures. One query."""
    rows = Reason.objects.filter(source=source, source_id=source_id)
    found = rows.values_list("fact_type__key", "region_id", "passage", "reason")
    return {
        (type_key or "", region or "", passage): reason
        for type_key, region, passage, reason in found
    }


def key_of(finding: Finding) -> Key:
    """Under which `reasons_of` has the reason for this finding."""
    mention = finding.mention
    passage = finding.passage[:PASSAGE_LETTERS]
    return (mention.type_key, mention.region, passage) if mention else ("", "", passage)
