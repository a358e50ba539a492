import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from selaras.announcements.tests.documents import announce
from selaras.institutions.models import Region
from selaras.portal.changes import RecentChange, recent_changes
from selaras.portal.tests.asking import get

pytestmark = pytest.mark.django_db


def changes(code: str, most: int = 6) -> list[RecentChange]:
    return recent_changes(Region.objects.get(pk=code), most)


def told(code: str) -> list[tuple[str, str | None, str, str]]:
    return [
        (one.change.fact_type.key, one.change.before, one.change.after, str(one.word))
        for one in changes(code)
    ]


def test_a_change_stands_beside_what_held_before_the_newest_first(topics: None) -> None:
    announce({"Kota Bandung": "kuning"}, key="satu")
    announce({"Kota Bandung": "merah"}, key="dua")
    assert told("32.73") == [
        ("siaga.status", "Siaga Kuning", "Siaga Merah", "naik"),
        ("siaga.status", None, "Siaga Kuning", "baru"),
    ]


def test_what_was_only_said_again_is_no_change(topics: None) -> None:
    announce({"Kota Bandung": "kuning"}, key="satu")
    announce({"Kota Bandung": "kuning"}, key="dua")
    assert [row[3] for row in told("32.73")] == ["baru"]


def test_an_inherited_value_of_the_country_concerns_every_region(topics: None) -> None:
    announce({"Indonesia": "Rp900.000"}, of="siaga.bantuan", key="satu")
    announce({"Provinsi Jawa Barat": "Rp800.000"}, of="siaga.bantuan", key="dua")
    assert [row[2] for row in told("32.73")] == ["Rp800.000", "Rp900.000"]
    assert [row[2] for row in told("34.71")] == ["Rp900.000"]


def test_a_value_of_the_province_that_is_not_inherited_does_not_concern_its_cities(
    topics: None,
) -> None:
    announce({"Provinsi Jawa Barat": "merah"})
    assert told("32.73") == []
    assert len(told("32")) == 1


def test_no_more_are_shown_than_asked_for_in_as_many_queries(topics: None) -> None:
    for number in range(3):
        announce({"Kota Bandung": ["kuning", "merah"][number % 2]}, key=f"k{number}")
    with CaptureQueriesContext(connection) as few:
        assert len(changes("32.73", 2)) == 2
    for number in range(3, 12):
        announce({"Kota Bandung": ["kuning", "merah"][number % 2]}, key=f"k{number}")
    with CaptureQueriesContext(connection) as many:
        assert len(changes("32.73", 10)) == 10
    assert len(few) == len(many)


def test_a_change_links_to_its_announcement(topics: None) -> None:
    published = announce({"Kota Bandung": "merah"})
    slug = published.announcement.slug
    body = get("/wilayah/32.73/")[1]
    assert f'href="/pengumuman/{slug}/">pengumuman BNPB</a>' in body
    with translation.override("en"):
        assert str(changes("32.73")[0].word)
