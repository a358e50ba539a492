"""The grid as a file to fill in: every region of the types, with the values of today."""

import csv
import io
from collections.abc import Iterator

from selaras.announcements.grid.ground import Ground
from selaras.announcements.grid.presenting import today_plain
from selaras.facts.results import key_of
from selaras.institutions.models import Topic
from selaras.ledger.exporting import harmless

SEPARATOR = ";"  # that of a spreadsheet in Indonesian, where the comma begins the decimals


def template_of(topic: Topic) -> str:
    """CSV for `reading`, with a byte order mark; a constant number of queries."""
    ground = Ground.of(topic)
    target = io.StringIO()
    target.write("\ufeff")
    writer = csv.writer(target, delimiter=SEPARATOR)
    writer.writerow(["kode", "nama", *(harmless(one.label) for one in ground.types)])
    writer.writerows(_rows(ground))
    return target.getvalue()


def _rows(ground: Ground) -> Iterator[list[str]]:
    codes = [
        code
        for code, region in sorted(ground.regions.items())
        if any(one.speaks_of(region) for one in ground.types)
    ]
    held = ground.held(ground.types, codes)
    for code in codes:
        values = (held.get(key_of(one, code)) for one in ground.types)
        written = (harmless(today_plain(value)) if value else "" for value in values)
        yield [code, harmless(ground.regions[code].full_name), *written]
