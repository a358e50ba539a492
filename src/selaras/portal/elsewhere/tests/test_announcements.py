"""Announcements on websites elsewhere: those of the centre for a region, and every emergency."""

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.announcements.draft import Parts
from selaras.announcements.tests.telling import take_back, tell
from selaras.facts.tests.speaking import BANDUNG
from selaras.institutions.models import Institution
from selaras.portal.elsewhere.tests.asking import ask, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
DATA = f"/sematan/pengumuman/{BANDUNG}.json"


def titles(path: str = DATA) -> list[str]:
    return [one["title"] for one in read(path)["announcements"]]


def test_emergencies_stand_first_and_before_those_of_a_drill() -> None:
    tell({"Kota Bandung": "merah"}, key="a", title="Darurat", emergency=True)
    tell(
        {"Kota Bandung": "kuning"},
        of="siaga.status",
        key="b",
        title="Latihan",
        emergency=True,
        drill=True,
    )
    tell(
        {"Kota Bandung": "2"},
        of="siaga.posko",
        key="c",
        title="Posko",
        parts=Parts(("Datanglah.",)),
    )
    tell({"Kota Surabaya": "merah"}, key="d", title="Surabaya")
    assert titles() == ["Darurat", "Latihan", "Posko"]
    first, drill, last = read(DATA)["announcements"]
    assert [one["text"] for one in first["marks"]] == ["Darurat"]
    assert drill["marks"][0] == {"text": "LATIHAN", "tone": 3}
    assert (last["lead"], last["marks"]) == ("Datanglah.", [])
    assert ask(first["url"].removeprefix("http://localhost:8000")).status_code == 200
    assert read(f"/en{DATA}")["announcements"][1]["marks"][0]["text"] != "LATIHAN"
    frame = ask(f"/sematan/pengumuman/{BANDUNG}/?jumlah=2").content.decode()
    assert frame.count('class="emergency"') == 2
    assert "Posko" not in frame


def test_a_drill_never_leaves_a_demonstration(settings: LazySettings) -> None:
    tell({"Kota Bandung": "merah"}, title="Uji", drill=True)
    assert titles() == ["Uji"]
    settings.DEMONSTRATION = False
    assert titles() == []


def test_what_a_region_says_for_itself_is_not_the_centre_s_word_unless_it_is_urgent() -> None:
    plain = tell({"Kota Bandung": "2"}, of="siaga.posko", key="a", title="Biasa")
    urgent = tell({"Kota Bandung": "merah"}, key="b", title="Mendesak", emergency=True)
    city = Institution.objects.get(slug="kota-bandung")
    for one in (plain, urgent):
        type(one).objects.filter(pk=one.pk).update(speaker=city)
    assert titles() == ["Mendesak"]


def test_what_was_taken_back_is_no_longer_listed_and_says_so_where_it_stands_alone() -> None:
    told = tell({"Kota Bandung": "merah"}, title="Keliru")
    frame = f"/sematan/pengumuman/isi/{told.slug}/"
    assert "Ditarik" not in ask(frame).content.decode()
    take_back(told)
    assert titles() == []
    assert "Ditarik" in ask(frame).content.decode()


def test_where_nothing_was_announced_the_answer_says_so() -> None:
    assert read(DATA)["captions"]["none"] == "Belum ada pengumuman."
    assert "Belum ada pengumuman." in ask(f"/sematan/pengumuman/{BANDUNG}/").content.decode()
    assert titles("/sematan/pengumuman/00.json") == []


def test_queries_do_not_grow_with_the_announcements() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            read(DATA)
        return len(captured)

    tell({"Kota Bandung": "1"}, of="siaga.posko", key="x")
    first = queries()
    for number in range(6):
        tell({"Kota Bandung": str(number + 2)}, of="siaga.posko", key=f"x{number}")
    assert queries() == first
