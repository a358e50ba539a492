"""Which announcements concern a region."""

import pytest

from selaras.announcements.queries import announcements_for
from selaras.announcements.tests.documents import announce
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def concerns(code: str) -> bool:
    return announcements_for(Region.objects.get(pk=code)).exists()


def test_what_is_stated_for_a_region_concerns_it_and_no_other() -> None:
    announce({"Kota Bandung": "merah"})
    assert concerns("32.73")
    assert not concerns("32.77")


def test_what_a_region_inherits_concerns_it() -> None:
    announce({"Provinsi Jawa Barat": "Rp900.000"}, of="siaga.bantuan")
    assert concerns("32.73")
    assert not concerns("35.78")


def test_what_a_province_states_for_itself_alone_does_not_concern_its_cities() -> None:
    announce({"Provinsi Jawa Barat": "jingga"})
    assert concerns("32")
    assert not concerns("32.73")
