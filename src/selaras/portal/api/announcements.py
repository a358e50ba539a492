"""Announcements for machines: in a list, whole, and what one set as places on a map."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from selaras.announcements.changes import Change
from selaras.announcements.models import Announcement
from selaras.announcements.serialising import as_json, change_json, head_json
from selaras.announcements.standing import Standing
from selaras.portal.api.addresses import announcement_address
from selaras.portal.api.bulk import collection


def listed(announcement: Announcement) -> dict[str, Any]:
    """One that is `marked`, without what it sets. `superseded`: nothing of it stands."""
    marks = vars(announcement)
    return {
        **head_json(announcement),
        "api": announcement_address(announcement),
        "regions": marks["regions"],
        "corrected": marks["corrected"],
        "replaced": marks["replaced"],
        "superseded": marks["superseded"],
    }


def whole(announcement: Announcement, changes: list[Change], standing: Standing) -> dict[str, Any]:
    told = as_json(announcement, changes, standing)
    return told | {"api": announcement_address(announcement)}


def places(announcement: Announcement, changes: Sequence[Change]) -> dict[str, Any]:
    """A feature for each region for which it set facts, or which it names; one query."""
    facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for change in changes:
        facts[change.region.pk].append(change_json(change))
    regions = {row.region_id: row.region for row in announcement.audience.all()}
    regions |= {change.region.pk: change.region for change in changes}
    rows = [
        (region, {"region": code, "name": region.full_name, "facts": facts[code]})
        for code, region in sorted(regions.items())
    ]
    head = head_json(announcement) | {"api": announcement_address(announcement)}
    return collection(rows, announcement=head)
