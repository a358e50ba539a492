"""Announcements over the API: found by region, topic and time; marked for what they are."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import LazySettings

from selaras.announcements.tests.telling import take_back, tell
from selaras.institutions.models import RegionBoundary
from selaras.portal.api.tests.asking import BANDUNG, ask, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NOW = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)


def titles(**query: object) -> list[str]:
    return [one["title"] for one in read("announcements", **query)["announcements"]]


def test_they_are_found_by_region_topic_and_time_in_pages() -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        for number, place in enumerate(("Kota Bandung", "Kota Surabaya", "Kota Bandung")):
            tell({place: "merah"}, key=f"u{number}", title=f"Yang ke-{number}")
            clock.shift(86_400)
        assert titles() == ["Yang ke-2", "Yang ke-1", "Yang ke-0"]
        assert titles(region=BANDUNG) == ["Yang ke-2", "Yang ke-0"]
        assert titles(since="2031-03-04") == ["Yang ke-2", "Yang ke-1"]
        assert titles(topic="ppkm") == []
        first = read("announcements", limit=2)
        assert titles(cursor=first["next"], limit=2) == ["Yang ke-0"]


def test_a_recalled_one_says_so_and_a_drill_is_marked_and_never_leaves_the_demonstration(
    settings: LazySettings,
) -> None:
    told = tell({"Kota Bandung": "merah"})
    take_back(told)
    assert read("announcements")["announcements"][0]["recalled"]["reason"] == "Angkanya keliru."
    assert read(f"announcements/{told.slug}")["recalled"] is not None
    drill = tell({"Kota Bandung": "merah"}, key="latihan", drill=True)
    assert [one["drill"] for one in read("announcements")["announcements"]] == [True, False]
    cursor = read("announcements", limit=1)["next"]
    settings.DEMONSTRATION = False
    assert len(read("announcements")["announcements"]) == 1
    assert ask(f"announcements/{drill.slug}").status_code == 404
    assert ask("announcements", cursor=cursor).status_code == 400
    assert str(drill.pk) not in ask("changes").content.decode()
    assert read("facts/siaga.status/value", region=BANDUNG)["announcement"] is None


def test_its_data_beside_the_page_are_the_same() -> None:
    told = tell({"Kota Bandung": "merah", "Kabupaten Bandung": "kuning"})
    whole = read(f"announcements/{told.slug}")
    beside = ask(f"/pengumuman/{told.slug}.json")
    assert beside.status_code == 200
    assert {name: one for name, one in whole.items() if name != "api"} == beside.json()


def test_its_places_have_what_it_set_there_in_the_middle_of_each_region() -> None:
    told = tell({"Kota Bandung": "merah", "Kabupaten Bandung": "kuning"})
    places = ask(f"announcements/{told.slug}", format="geojson").json()
    assert [one["id"] for one in places["features"]] == ["32.04", BANDUNG]
    city = places["features"][1]
    assert city["geometry"]["type"] == "Point"
    assert city["geometry"]["coordinates"] == [
        pytest.approx(107.6, abs=0.1), pytest.approx(-6.9, abs=0.1),
    ]  # fmt: skip
    assert city["properties"]["facts"][0]["words"] == "Siaga Merah"
    assert places["announcement"]["slug"] == told.slug


def test_a_region_whose_outline_was_loaded_is_an_area() -> None:
    RegionBoundary.objects.create(
        region_id=BANDUNG, path="M6500 6700l10 0 0 10z", west=6500, north=6700, east=6510,
        south=6710, source="Peta uji", loaded_at=NOW,
    )  # fmt: skip
    told = tell({"Kota Bandung": "merah", "Kabupaten Bandung": "kuning"})
    for path, query in (
        (f"announcements/{told.slug}", {}),
        ("facts/siaga.status/regions", {"within": "32"}),
    ):
        places = ask(path, format="geojson", **query).json()
        kinds = {one["id"]: one["geometry"]["type"] for one in places["features"]}
        assert (kinds[BANDUNG], kinds["32.04"]) == ("Polygon", "Point")
        assert places["boundaries"] == ["Peta uji"]


def test_what_is_superseded_is_marked() -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        old = tell({"Kota Bandung": "merah"}, key="dulu")
        clock.shift(timedelta(hours=1))
        tell({"Kota Bandung": "hijau"}, key="kini")
        marks = {one["id"]: one["superseded"] for one in read("announcements")["announcements"]}
    assert marks.pop(str(old.pk))
    assert list(marks.values()) == [False]
