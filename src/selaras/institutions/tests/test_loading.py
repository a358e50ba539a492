import pytest

from selaras.institutions.models import Region

pytestmark = pytest.mark.django_db


def test_the_country_has_its_regions() -> None:
    count = {
        level: Region.objects.filter(level=level).count()
        for level in ("national", "province", "regency", "city")
    }
    assert count == {"national": 1, "province": 38, "regency": 416, "city": 98}
