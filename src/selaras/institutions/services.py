"""Writes: the regions and institutions of the country, from the data that the package ships.

Loading is repeatable: what exists is brought up to date, nothing is removed.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from selaras.common.errors import Refused
from selaras.institutions.changing import COUNTRY
from selaras.institutions.models import (
    Institution,
    InstitutionName,
    Region,
    RegionAlias,
    RegionParentage,
)
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record

DATA = Path(__file__).parent / "data"
RESERVED_SLUGS = {"redaksi", "www", "api", "media", "static"}


class BadDissolution(Refused):
    """A successor that cannot take over."""


def load_regions() -> int:
    """Load the tree of regions; returns how many regions the country has."""
    regions = [
        Region(
            code=row["code"],
            name=row["name"],
            level=row["level"],
            zone=row["zone"],
            population=int(row["population"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in _rows("regions.csv")
    ]
    parentages = [
        RegionParentage(
            region_id=row["code"],
            parent_id=row["parent_code"],
            valid_from=_date(row["valid_from"]),
            valid_to=_date(row["valid_to"]),
        )
        for row in _rows("region_parentage.csv")
    ]
    aliases = [
        RegionAlias(region_id=row["code"], alias=row["alias"])
        for row in _rows("region_aliases.csv")
    ]
    with transaction.atomic():
        Region.objects.bulk_create(
            regions,
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name", "level", "zone", "population", "latitude", "longitude"],
        )
        RegionParentage.objects.all().delete()
        RegionParentage.objects.bulk_create(parentages)
        RegionAlias.objects.all().delete()
        RegionAlias.objects.bulk_create(aliases)
        advance_epoch(COUNTRY)
    return len(regions)


def load_institutions() -> int:
    """Load the seven national bodies and one communication office for each region."""
    today = timezone.localdate()
    names = list(_national_names())
    bodies = [_institution(name, region_id="00") for name in names if _holds(name, today)]
    offices = [_office(region) for region in Region.objects.exclude(level="national")]
    institutions = bodies + offices
    _require_usable_slugs(institutions)
    with transaction.atomic():
        Institution.objects.bulk_create(
            institutions,
            update_conflicts=True,
            unique_fields=["slug"],
            update_fields=["name", "short_name", "place"],
        )
        ids = dict(Institution.objects.values_list("slug", "pk"))
        InstitutionName.objects.filter(institution__region="00").delete()
        InstitutionName.objects.bulk_create(
            InstitutionName(
                institution_id=ids[name["slug"]],
                name=name["name"],
                short_name=name["short_name"],
                valid_from=_date(name["valid_from"]),
                valid_to=_date(name["valid_to"]),
            )
            for name in names
        )
        advance_epoch(COUNTRY)
    return len(institutions)


def dissolve(
    *, institution: Institution, on: date, successor: Institution | None = None, actor: Actor
) -> None:
    """From this day on it exists no more; nobody asks it for anything. Its site stays.

    Raises `BadDissolution`.
    """
    if successor is not None and successor.pk == institution.pk:
        raise BadDissolution("Instansi tidak dapat menjadi penerusnya sendiri.", "Sebut yang lain.")
    if successor is not None and successor.is_dissolved(on):
        raise BadDissolution(
            f"{successor.name} sendiri sudah dibubarkan pada hari itu.",
            "Sebut penerus yang berdiri.",
        )
    with transaction.atomic():
        institution.dissolved_on, institution.successor = on, successor
        institution.save(update_fields=["dissolved_on", "successor"])
        advance_epoch(COUNTRY)
        record(
            actor=actor,
            institution=institution.slug,
            action="institutions.dissolve",
            object_kind="institution",
            object_id=institution.slug,
            details={
                "dissolved_on": on.isoformat(),
                "successor": successor.slug if successor else "",
            },
        )


def _institution(row: dict[str, str], *, region_id: str) -> Institution:
    return Institution(
        slug=row["slug"],
        region_id=region_id,
        name=row["name"],
        short_name=row["short_name"],
        place=row["place"],
    )


def _office(region: Region) -> Institution:
    bare = re.sub(r"^(Kabupaten|Kota)( Administrasi)? ", "", region.name)
    kind = {"regency": "kab-", "city": "kota-"}.get(region.level, "")
    return Institution(
        slug=kind + re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-"),
        region=region,
        name=f"Dinas Komunikasi dan Informatika {region.full_name}",
        short_name=f"Diskominfo {region.name}",
        place=bare,
    )


def _require_usable_slugs(institutions: list[Institution]) -> None:
    slugs = [institution.slug for institution in institutions]
    clashes = {slug for slug in slugs if slugs.count(slug) > 1 or slug in RESERVED_SLUGS}
    if clashes:
        raise ValueError(f"addresses that clash or are reserved: {sorted(clashes)}")


def _holds(row: dict[str, str], day: date) -> bool:
    begun, ended = _date(row["valid_from"]), _date(row["valid_to"])
    return (begun is None or begun <= day) and (ended is None or day < ended)


def _national_names() -> Iterator[dict[str, str]]:
    return _rows("national_bodies.csv")


def _rows(file_name: str) -> Iterator[dict[str, str]]:
    with (DATA / file_name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
