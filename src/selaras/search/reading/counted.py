"""Official counts, which stand on the portal."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from selaras.search.entries import Entry, Kind
from selaras.tallies.models import Row, Tally, Version
from selaras.tallies.queries import newest_versions, tallies

NAME = "tally"
PROVINCE = 2  # letters of the code of a province


class TallySource:
    name = NAME

    def read(self, ids: Collection[str]) -> Mapping[str, Entry]:
        keys = [int(one) for one in ids if one.isdecimal()]
        found = list(tallies().filter(pk__in=keys).prefetch_related("options"))
        versions = newest_versions(found)
        places = _places(versions)
        return {
            str(tally.pk): _entry(tally, version, places[version.pk])
            for tally, version in zip(found, versions, strict=True)
        }

    def ids(self) -> Iterator[str]:
        return map(str, tallies().order_by("pk").values_list("pk", flat=True))


def _places(versions: list[Version]) -> Mapping[UUID, list[str]]:
    """What was counted where, down to provinces; one query."""
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    rows = Row.objects.filter(version__in=versions).order_by("position")
    for version, code, name in rows.values_list("version", "code", "name"):
        if len(code) <= PROVINCE:
            found[version].append(name)
    return found


def _entry(tally: Tally, version: Version, places: list[str]) -> Entry:
    options = [option.name for option in tally.options.all()]
    lines = [*options, *places, tally.instrument, version.note]
    return Entry(
        key=f"{NAME}:{tally.pk}",
        kind=Kind.TALLY,
        title=tally.title,
        lead=f"{tally.short_title}, {version.get_status_display()}. Sumber: {tally.source_name}.",
        body="\n".join(filter(None, lines)),
        path=f"/rekapitulasi/{tally.slug}/",
        institution=tally.publisher.slug,
        region=tally.region_id,
        dated=version.published_at,
        on_portal=True,
        topics=(tally.topic.key,) if tally.topic is not None else (),
        owner=tally.topic is not None and tally.topic.owner_id == tally.publisher_id,
    )
