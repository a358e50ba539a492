"""The size of a map of real provinces, where the file for measuring is at hand."""

from pathlib import Path

import pytest

from selaras.institutions.boundaries.geojson import read_features
from selaras.institutions.boundaries.services import AIM, plan_boundaries

FILE = Path(__file__).resolve().parents[5] / "shared" / "data" / "provinces_simplified.geojson"


@pytest.mark.skipif(not FILE.exists(), reason="the file for measuring is not at hand")
@pytest.mark.parametrize("property_name", ["kode", "nama"])
def test_real_provinces_make_a_map_that_a_page_can_carry(country: None, property_name: str) -> None:
    plan = plan_boundaries(read_features(FILE), property_name=property_name)
    (drawn,) = plan.maps
    assert plan.matching.unmatched == []
    assert len(drawn.outlines) == 38
    assert AIM / 2 < drawn.size <= AIM
    assert drawn.tolerance <= 20
