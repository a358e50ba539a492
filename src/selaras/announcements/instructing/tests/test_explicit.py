"""Institutions typed one by one are understood, or each mistake is told with its line."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.announcements.instructing.errors import BadAddressees
from selaras.announcements.instructing.explicit import Reader
from selaras.announcements.instructing.tests.asking import institution
from selaras.institutions.models import Institution
from selaras.institutions.services import dissolve

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def read(text: str, issuer: str = "bnpb") -> tuple[str, ...]:
    return Reader(institution(issuer)).read(text)


def test_names_slugs_hosts_and_regions_are_understood() -> None:
    lines = [
        "kota-bandung",
        "Dinas Komunikasi dan Informatika  Kabupaten Bandung",
        "diskominfo Kota Cimahi",
        "Provinsi Banten",
        "Kabupaten Garut",
        "kemendagri",
    ]
    assert read("\n\n".join(lines)) == (
        "kota-bandung", "kab-bandung", "kota-cimahi", "banten", "kab-garut", "kemendagri",
    )  # fmt: skip


def test_each_mistake_is_told_with_its_line() -> None:
    gone = institution("kota-cimahi")
    heir = institution("kab-bandung")
    dissolve(institution=gone, on=timezone.localdate(), successor=heir, actor="uji")
    with pytest.raises(BadAddressees) as told:
        read("kota-bandung\nDiskominfo Kota Cimahi\nKota Bandung\nKota Bandang\nbnpb\nBandung")
    flaws = {flaw.line: f"{flaw.problem} {flaw.remedy}" for flaw in told.value.flaws}
    assert "dibubarkan sejak" in flaws[2]
    assert '"kab-bandung"' in flaws[2]
    assert "sudah ada di baris 1" in flaws[3]
    assert "Kota Bandung" in flaws[4]
    assert "penerbit sendiri" in flaws[5]
    assert "Kabupaten Bandung" in flaws[6]  # two regions are called so
    assert set(flaws) == {2, 3, 4, 5, 6}


def test_a_province_names_nobody_outside_it() -> None:
    with pytest.raises(BadAddressees, match="di luar wilayah"):
        read("kab-merauke", issuer="jawa-barat")


def test_the_whole_country_typed_costs_no_more_queries_than_two_lines() -> None:
    counts = []
    offices = Institution.objects.exclude(region="00").values_list("region__name", flat=True)
    for names in (offices.filter(region__level="city")[:2], offices.filter(region__level="city")):
        with CaptureQueriesContext(connection) as captured:
            found = read("\n".join(names))
        counts.append(len(captured) - 1)
        assert len(found) == len(names)
    assert counts[0] == counts[1] <= 8
