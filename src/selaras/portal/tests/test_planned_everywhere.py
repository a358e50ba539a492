"""What is planned is read nowhere a second before, and everywhere a second after."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client

from selaras.announcements.draft import Parts
from selaras.announcements.tests.telling import tell
from selaras.embeds.spec import EmbedSpec
from selaras.facts.queries import fact_type
from selaras.pages.machines.addresses import map_address
from selaras.pages.past.finding import find, read_address
from selaras.pages.past.rendering import render_at
from selaras.pages.tests.making import HOST, article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

BEGIN = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)
AT = BEGIN + timedelta(hours=2)
SECOND = timedelta(seconds=1)
PORTAL = "localhost"
MAP = urlsplit(map_address(None, 1)).path


def get(host: str, path: str) -> str:
    return Client(headers={"host": host}).get(path).content.decode()


def test_one_second_before_and_one_second_after_on_every_reader() -> None:
    embed = EmbedSpec(fact_type("siaga.status").pk).tag()
    with time_machine.travel(BEGIN, tick=False) as clock:
        tell({"Kota Bandung": "hijau"}, key="dulu", title="Yang dulu")
        article("satu", body=[
            {"type": "paragraph", "value": f"<p>Kini {embed}.</p>"},
            {"type": "central", "value": {"most": 3, "topic": ""}},
        ])  # fmt: skip
        told = tell(
            {"Kota Bandung": "merah"}, title="Pada detiknya", at=AT, emergency=True,
            parts=Parts(messages=("Kata pertama.",)),
        )  # fmt: skip
        readers = [
            (PORTAL, "/"), (PORTAL, "/pengumuman/"), (PORTAL, f"/pengumuman/{told.slug}/"),
            (PORTAL, f"/pengumuman/{told.slug}.json"), (PORTAL, "/wilayah/32.73/"),
            (PORTAL, "/wilayah/32.73/ringkas/"), (HOST, "/"), (HOST, "/satu/"),
        ]  # fmt: skip
        clock.move_to(AT - SECOND)
        for host, path in readers:
            body = get(host, path)
            assert "Pada detiknya" not in body, path
            assert "Siaga Merah" not in body, path
        assert "Siaga Hijau" in get(HOST, "/satu/")
        assert told.slug not in get(PORTAL, MAP)
        clock.move_to(AT + SECOND)
        for host, path in readers:
            assert "Pada detiknya" in get(host, path), path
        after = get(HOST, "/satu/")
        assert "Siaga Merah" in after
        assert "Siaga Hijau" not in after
        assert told.slug in get(PORTAL, MAP)
        clock.move_to(AT + timedelta(days=1))
        for path in ("/satu/", "/"):
            asked = find(read_address(f"http://{HOST}{path}"), AT - SECOND)
            past = render_at(asked, at=AT - SECOND, known_at=AT - SECOND).content.decode()
            assert "Pada detiknya" not in past
            assert "Yang dulu" in past
