"""Backfill from a CSV file: what instruments of the past said, line by line.

Columns: type, region, value, valid_from, valid_through, recorded, source, source_url.
`valid_from`, `valid_through` (inclusive; empty is open) and `recorded` are dates; recorded means
the first instant of that day in WIB. See `docs/reference/backfill-format.md`.
"""

import csv
import io
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction

from selaras.common.errors import Flaw, Flawed, Refused
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.facts.services import Statement, backfill, require_statable
from selaras.facts.validity import Validity
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL, gazetteer
from selaras.language.dates import parse_date
from selaras.language.errors import LanguageError
from selaras.language.gazetteer import PlaceError

COLUMNS = [
    "type", "region", "value", "valid_from", "valid_through", "recorded", "source", "source_url",
]  # fmt: skip

LONGEST_SOURCE = 300
_is_url = URLValidator(schemes=["http", "https"])

Act = tuple[datetime, str, str]


def backfill_file(text: str, *, actor: str) -> int:
    """Backfill all lines of a CSV text, oldest recording first; returns how many.

    One transaction: a file with any flaw writes nothing. Raises `Flawed` with every flawed
    line, or `NotBackfillable`.
    """
    acts = _read(text)
    with transaction.atomic():
        for (recorded_at, source, source_url), statements in sorted(acts.items()):
            backfill(
                statements=statements,
                recorded_at=recorded_at,
                actor=actor,
                source=source,
                source_url=source_url,
            )
    return sum(len(statements) for statements in acts.values())


def _read(text: str) -> dict[Act, list[Statement]]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    if rows.fieldnames != COLUMNS:
        raise Flawed(
            "Berkas susunan ulang tidak dapat dibaca.",
            [Flaw(1, "", "Judul kolom tidak sesuai.", f"Tulis: {','.join(COLUMNS)}.")],
        )
    types = {found.key: found for found in fact_types()}
    places = gazetteer()
    regions = Region.objects.in_bulk()
    acts: dict[Act, list[Statement]] = {}
    flaws: list[Flaw] = []
    for row in rows:
        try:
            _require_whole(row)
            region = regions[places.resolve(row["region"]).code]
            statement = _statement(row, types, region)
            recorded = _first_instant(row["recorded"], regions[NATIONAL])
            act = (recorded, *_origin(row))
            acts.setdefault(act, []).append(statement)
        except (Refused, LanguageError, PlaceError) as error:
            value = ",".join(str(cell) for cell in row.values())
            flaws.append(Flaw(rows.line_num, value[:80], error.problem, error.remedy))
    if flaws:
        raise Flawed("Berkas susunan ulang belum benar.", flaws)
    return acts


def _require_whole(row: dict[str, str]) -> None:
    """The reader fills a short row with None, and keeps what is too much under None."""
    columns = f"Setiap baris punya {len(COLUMNS)} kolom"
    if None in row.values():
        raise Refused("Baris ini terpotong.", f"{columns}.")
    if None in row:
        raise Refused("Baris ini kelebihan kolom.", f'{columns}; apit isi yang berkoma dengan ".')


def _origin(row: dict[str, str]) -> tuple[str, str]:
    source, url = row["source"].strip(), row["source_url"].strip()
    if not 0 < len(source) <= LONGEST_SOURCE:
        raise Refused(
            f"Sumbernya kosong atau lebih dari {LONGEST_SOURCE} huruf.", "Tulis nama instrumennya."
        )
    try:
        if url:
            _is_url(url)
    except ValidationError:
        raise Refused(f'"{url}" bukan alamat situs.', "Periksa ejaannya.") from None
    return source, url


def _statement(row: dict[str, str], types: dict[str, FactType], region: Region) -> Statement:
    fact_type = types.get(row["type"])
    if fact_type is None:
        raise Refused(f'Tidak ada jenis fakta "{row["type"]}".', f"Yang ada: {', '.join(types)}.")
    last = parse_date(row["valid_through"]) if row["valid_through"] else None
    statement = Statement(
        fact_type,
        region,
        rules_of(fact_type).parse(row["value"], fact_type),
        Validity.through(parse_date(row["valid_from"]), last),
    )
    require_statable([statement])
    return statement


def _first_instant(text: str, region: Region) -> datetime:
    return datetime.combine(parse_date(text), time.min, region.tzinfo)
