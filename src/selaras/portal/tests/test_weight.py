"""The first view of the home comes to at most 60 kB over the wire, also with the heaviest map."""

import gzip
import re
from pathlib import Path
from random import Random

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from selaras.demonstration.tallies import publish_tally
from selaras.institutions.boundaries.services import MOST
from selaras.institutions.models import Region, RegionBoundary
from selaras.portal.tests.asking import get

BUDGET = 60_000
IMPORTED = {"portal/region-store.js"}

pytestmark = pytest.mark.django_db


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def weight(path: str) -> int:
    """The page with everything it links to and what its scripts import, compressed."""
    body = get(path)[1]
    files = set(re.findall(r'/static/([^"]+\.(?:css|js|svg))"', body)) | IMPORTED
    found = [finders.find(name) for name in files]
    assert all(found)
    return compressed(body.encode()) + sum(compressed(Path(str(one)).read_bytes()) for one in found)


def heaviest_outlines() -> None:
    """As many random outlines as are accepted."""
    chance = Random(1)  # noqa: S311
    codes = list(Region.objects.filter(level="province").values_list("pk", flat=True))
    steps = [f" {chance.randint(0, 99)}" for _ in range(MOST * 7 // 8)]
    assert 0.9 * MOST < compressed("".join(steps).encode()) <= MOST
    each = len(steps) // len(codes)
    RegionBoundary.objects.bulk_create(
        RegionBoundary(
            region_id=code,
            path=f"M0 0l{''.join(steps[number * each : (number + 1) * each])}z",
            west=0, north=0, east=9000, south=9000, source="Uji", loaded_at=timezone.now(),
        )
        for number, code in enumerate(codes)
    )  # fmt: skip


def test_the_home_is_light(season: None) -> None:
    publish_tally(actor="uji")
    assert weight("/") < BUDGET / 2


def test_the_home_with_the_heaviest_map_stays_in_its_budget(season: None) -> None:
    publish_tally(actor="uji")
    heaviest_outlines()
    assert MOST < weight("/") < BUDGET
