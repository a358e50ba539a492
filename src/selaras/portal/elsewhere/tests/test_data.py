"""A fact as data says what our own sites say, and where there is none it says why."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.embeds.reading import Reading, reading
from selaras.embeds.rendering import render
from selaras.embeds.spec import EmbedSpec
from selaras.facts.formats import Format
from selaras.facts.services import retire, withdraw
from selaras.facts.tests.speaking import BANDUNG, owner_of, say_all, statement_of
from selaras.institutions.models import Region
from selaras.portal.elsewhere.tests.asking import STATUS, ask, read, status, type_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
DATA = f"{STATUS}.json"


def test_it_says_exactly_what_a_text_on_our_own_sites_says() -> None:
    status("kuning", days=100)
    found = read(DATA)
    reader = Reading(Region.objects.get(pk=BANDUNG))
    for form in (Format.SHORT, Format.SENTENCE):
        with reading(reader):
            assert found["text"][form] in render(EmbedSpec(type_of().pk, form, BANDUNG))
    assert (found["state"], found["holds"], found["tone"], found["note"]) == (
        "current",
        True,
        2,
        "",
    )
    assert found["title"] == "Status siaga, Kota Bandung"
    assert found["validity"].startswith("Berlaku sejak ")
    assert " sampai " in found["validity"]
    assert found["source"]["name"] == "Keputusan uji"
    assert found["owner"]["url"] == "http://bnpb.localhost:8000/"
    assert found["url"] == f"http://localhost:8000/wilayah/{BANDUNG}/#fakta-siaga-status"
    assert ask(found["url"].partition("#")[0].removeprefix("http://localhost:8000")).content.count(
        b'id="fakta-siaga-status"'
    )


def test_an_ended_one_says_until_when_it_held() -> None:
    status("kuning", days=5)
    found = read(DATA)
    assert (found["state"], found["holds"]) == ("ended", False)
    assert "berlaku sampai" in found["text"]["short"]
    assert found["note"] == "Masa berlakunya sudah berakhir."
    assert found["updated_at"] >= found["valid_to"]


def test_one_ahead_says_from_when_it_will_hold() -> None:
    status("merah", days_ago=-5)
    found = read(DATA)
    assert found["state"] == "upcoming"
    assert ", mulai " in found["text"]["short"]
    assert (found["note"], found["validity"][:13]) == ("Belum berlaku.", "Mulai berlaku")


def test_a_withdrawn_one_says_who_took_it_back_and_leaves_no_hole() -> None:
    said, spoken = uuid4(), type_of()
    start = timezone.now() - timedelta(days=1)
    say_all([statement_of(spoken, BANDUNG, "merah", start)], statement=said)
    withdraw(statement=said, speaker=owner_of(spoken), actor="uji", reason="Keliru.")
    found = read(DATA)
    assert found["state"] == "withdrawn"
    assert found["text"]["sentence"] == "Status siaga (ditarik oleh BNPB)"
    assert found["note"] == "Ditarik oleh Badan Nasional Penanggulangan Bencana."
    assert (found["source"]["name"], found["valid_from"], found["updated_at"]) == ("", None, None)


def test_one_that_was_never_stated_says_so() -> None:
    found = read(DATA)
    assert found["state"] == "never"
    assert found["text"]["short"] == "Status siaga (belum ditetapkan untuk Kota Bandung)"


def test_one_of_a_retired_type_keeps_its_last_value_and_says_so() -> None:
    status("kuning")
    retire(fact_type=type_of(), speaker=owner_of(type_of()), actor="uji", confirmed=True)
    found = read(DATA)
    assert (found["state"], found["text"]["short"]) == ("retired", "Siaga Kuning")
    assert found["note"].startswith("Jenis fakta ini dihentikan sejak ")


def test_a_value_that_changed_since_the_page_was_published_says_so() -> None:
    status("merah")
    day = timezone.localdate()
    assert read(f"{DATA}?terbit={day - timedelta(days=30)}")["state"] == "changed"
    assert "Berubah setelah halaman ini terbit" in read(f"{DATA}?terbit=2026-01-01")["note"]
    assert read(f"{DATA}?terbit={day + timedelta(days=2)}")["state"] == "current"
    assert read(f"{DATA}?terbit=")["state"] == "current"


def test_a_day_that_is_none_is_answered_in_words() -> None:
    for day in ("kemarin", "2026-02-30", "%00", "1", "9999-12-31", "0001-01-01"):
        answer = ask(f"{DATA}?terbit={day}")
        known = answer.status_code == 200
        assert known is day.endswith(("12-31", "01-01")), day
        assert known is ("error" not in json.loads(answer.content))


def test_what_is_not_there_is_a_clear_404_as_data() -> None:
    for path in (
        "fakta/tidak.ada/32.73", "fakta/siaga.status/99", "fakta/siaga.status/3273",
        "fakta/%00/32.73", "fakta/siaga.status/%00", "fakta/siaga.status/٣٢", "pengumuman/99",
        f"fakta/{'x' * 3000}/32.73", "fakta/%27%3b/32.73", "pengumuman/%F0%9F%98%80",
    ):  # fmt: skip
        answer = ask(f"/sematan/{path}.json")
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/json"), path
        assert json.loads(answer.content)["error"].startswith("Tidak ada ")
        assert answer["Access-Control-Allow-Origin"] == "*"


def test_every_website_may_read_it_and_nothing_is_sent_twice() -> None:
    status("kuning")
    for path in (DATA, f"/sematan/pengumuman/{BANDUNG}.json", f"{STATUS}/"):
        answer = ask(path)
        again = ask(path, **{"if-none-match": answer["ETag"]})
        assert (answer.status_code, again.status_code, again.content) == (200, 304, b"")
        for one in (answer, again):
            assert one["Access-Control-Allow-Origin"] == "*"
            assert one["Cache-Control"] == "public, max-age=0, s-maxage=1"
            assert not one.cookies
    before = ask(DATA)["ETag"]
    status("merah", days_ago=1)
    assert ask(DATA, **{"if-none-match": before}).status_code == 200


def test_english_leads_to_english_pages_and_keeps_the_official_words() -> None:
    status("kuning")
    found = read(f"/en{DATA}")
    assert found["language"] == "en"
    assert found["url"].startswith("http://localhost:8000/en/wilayah/")
    assert found["text"]["short"] == "Siaga Kuning"


def test_queries_do_not_grow_with_what_was_stated() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            read(DATA)
        return len(captured)

    for days_ago in (40, 30):
        status("kuning", days_ago=days_ago)
    first = queries()
    for days in range(10):
        status("merah" if days % 2 else "kuning", days_ago=20 - days)
    assert queries() == first
