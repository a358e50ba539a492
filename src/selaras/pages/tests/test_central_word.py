"""The centre's word on an institution's site: placed by the institution, written by the centre."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.announcements.draft import Parts
from selaras.announcements.models import Relation
from selaras.announcements.tests.telling import take_back, tell
from selaras.institutions.models import Region
from selaras.pages.models import EmergencyPage
from selaras.pages.tests.making import HOST, article, home_of, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NATIONWIDE = "00"


def central(most: int = 3, topic: str = "") -> dict[str, Any]:
    return {"type": "central", "value": {"most": most, "topic": topic}}


def get(path: str, host: str = HOST) -> str:
    response = Client(headers={"host": host}).get(path)
    assert response.status_code == 200
    return response.content.decode()


def nationwide(*messages: str) -> Parts:
    return Parts(messages=messages, audience=(Region.objects.get(pk=NATIONWIDE),))


def test_the_block_shows_the_newest_words_for_its_region_and_leads_to_the_portal() -> None:
    tell({"Kota Surabaya": "merah"}, key="lain", title="Untuk Surabaya")
    told = tell(parts=Parts(messages=("Satu.", "Dua & dua.", "Tiga.")))
    article("satu", body=[central()])
    body = get("/satu/")
    assert f'href="http://localhost:8000/pengumuman/{told.slug}/"' in body
    assert "Dua &amp; dua." in body
    assert "Tiga." not in body
    assert "Untuk Surabaya" not in body


def test_how_many_and_which_topic_is_the_institutions_choice() -> None:
    for number in range(4):
        tell({"Kota Bandung": "merah"}, of="siaga.status", key=f"u-{number}", title=f"Ke-{number}",
             parts=nationwide())  # fmt: skip
    article("satu", body=[central(most=1, topic="siaga-musim-hujan")])
    article("dua", body=[central(topic="tidak-ada-lagi")])
    assert "Ke-3" in get("/satu/")
    assert "Ke-2" not in get("/satu/")
    assert "Ke-3" not in get("/dua/")
    assert "Tidak ada pengumuman pusat" in get("/dua/")


def test_five_blocks_ask_as_much_as_one() -> None:
    def asks(path: str) -> int:
        get(path)
        with CaptureQueriesContext(connection) as queries:
            get(path)
        return len(queries)

    tell(parts=Parts(messages=("Satu.",)))
    article("satu", body=[central()])
    article("lima", body=[central(most=number) for number in range(1, 6)])
    one = asks("/satu/")
    for number in range(5):
        tell(key=f"lagi-{number}", parts=Parts(messages=("Dua.",)))
    assert asks("/lima/") == one


def test_it_comes_and_goes_by_the_clock_on_home_and_article() -> None:
    first = tell(title="Yang lama")
    at = timezone.now() + timedelta(hours=1)
    tell(key="u-2", title="Yang baru", relation=Relation.SUPERSEDES, earlier=first, at=at)
    article("satu", body=[central()])
    for path in ("/", "/satu/"):
        with time_machine.travel(at - timedelta(seconds=1), tick=False):
            assert ("Yang lama" in get(path), "Yang baru" in get(path)) == (True, False)
        with time_machine.travel(at + timedelta(seconds=1), tick=False):
            assert ("Yang lama" in get(path), "Yang baru" in get(path)) == (False, True)


def test_what_is_recalled_vanishes() -> None:
    told = tell(title="Keliru")
    article("satu", body=[central()])
    assert "Keliru" in get("/satu/")
    take_back(told)
    assert "Keliru" not in get("/satu/")
    assert "Keliru" not in get("/")


def test_an_emergency_of_the_centre_stands_on_top_of_every_page_that_it_concerns() -> None:
    tell({"Kota Bandung": "merah"}, title="Evakuasi sekarang", emergency=True,
         parts=Parts(messages=("Naik ke tempat tinggi.",)), through=_in_days(3))  # fmt: skip
    article("satu")
    own = publish(home_of(), EmergencyPage(title="Dari kita", slug="awas", lead="Waspada."))
    for path in ("/", "/satu/", f"/{own.slug}/", "/cari/?q=apa", "/en/"):
        body = get(path)
        assert body.index("Evakuasi sekarang") < body.index("<header"), path
        assert 'role="region" aria-label=' in body
        assert "Naik ke tempat tinggi." in body
    assert get("/").count('class="emergencies"') == 2
    assert get(f"/{own.slug}/").count('class="emergencies"') == 1
    assert "Evakuasi sekarang" in get("/wilayah/32.73/", "localhost")
    for path, host in (("/", "kota-surabaya.localhost"), ("/wilayah/35.78/", "localhost")):
        assert "Evakuasi sekarang" not in get(path, host)
    assert 'class="emergencies"' not in get("/cari/?q=apa", "localhost")
    with time_machine.travel(timezone.now() + timedelta(days=5), tick=False):
        assert "Evakuasi sekarang" not in get("/satu/")


def test_a_nationwide_one_stands_on_the_portal_too_from_its_second() -> None:
    at = timezone.now() + timedelta(hours=1)
    tell(title="Siaga nasional", emergency=True, at=at, parts=nationwide("Tetap di rumah."))
    everywhere = [("/", "localhost"), ("/pengumuman/", "localhost"), ("/", "kab-merauke.localhost")]
    for path, host in everywhere:
        with time_machine.travel(at - timedelta(seconds=1), tick=False):
            assert "Tetap di rumah." not in get(path, host)
        with time_machine.travel(at + timedelta(seconds=1), tick=False):
            assert "Tetap di rumah." in get(path, host)


def test_the_frame_asks_as_much_for_one_emergency_as_for_many() -> None:
    """First whether there is any at all, and only then for those of the region."""
    article("satu")
    get("/satu/")
    counts = []
    for number in range(4):
        with CaptureQueriesContext(connection) as queries:
            get("/satu/")
        counts.append(len(queries))
        tell(key=f"u-{number}", emergency=True, parts=nationwide("Satu."))
    assert counts == [counts[0], *[counts[0] + 1] * 3]


def _in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()
