"""The keeper fills what is missing, once, and follows what changes."""

import json

import pytest

from selaras.announcements.tests.telling import tell
from selaras.delivery import keeping
from selaras.delivery.addresses import Place, published
from selaras.delivery.keeping import Keeper, fill
from selaras.delivery.pages import Pages
from selaras.embeds.spec import EmbedSpec
from selaras.facts.queries import fact_type
from selaras.pages.tests.making import HOST, article, publish_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
PLACES = [("localhost", "/"), (HOST, "/"), (HOST, "/fakta/")]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "published", lambda: iter(PLACES))


def kept_html(pages: Pages) -> dict[str, str]:
    slots = pages.store.slots()
    return {slot: html.decode() for slot, html in pages.store.values(slots).items()}


@pytest.mark.usefixtures("few")
def test_filling_may_be_broken_off_and_makes_nothing_twice(pages: Pages) -> None:
    tell({"Kota Bandung": "hijau"}, key="a", title="A")
    article("fakta")
    pages.watcher.look()
    done: list[int] = []
    pages.made((*PLACES[0], "portal:home"))
    assert fill(pages, done.append) == len(PLACES) - 1
    assert fill(pages, done.append) == 0
    assert sum(done) == 2 * len(PLACES)


@pytest.mark.usefixtures("few")
def test_values_and_pages_are_brought_up_to_date(pages: Pages) -> None:
    tell({"Kota Bandung": "hijau"}, key="a", title="A")
    embed = EmbedSpec(fact_type("siaga.status").pk).tag()
    page = article("fakta", body=[{"type": "paragraph", "value": f"<p>Kini {embed}.</p>"}])
    keeper = Keeper(pages)
    pages.watcher.look()
    fill(pages, lambda _: None)
    text = json.dumps(["fact", "text"])[:-1]
    assert any("Siaga Hijau" in html for slot, html in kept_html(pages).items() if text in slot)
    tell({"Kota Bandung": "merah"}, key="b", title="B")
    page.title = "Judul lain"
    publish_again(page)
    pages.watcher.look()
    keeper.follow()
    assert any("Siaga Merah" in html for slot, html in kept_html(pages).items() if text in slot)
    kept = pages.store.page(HOST, "/fakta/")
    assert kept is not None
    assert pages.state.holds(kept)
    assert b"Judul lain" in b"".join(kept.pieces)


def test_every_page_of_every_site_and_of_the_portal_is_filled() -> None:
    article("satu")
    places: set[Place] = set(published())
    assert {
        (HOST, "/"),
        (HOST, "/satu/"),
        ("localhost", "/"),
        ("localhost", "/wilayah/32.73/"),
    } <= places
    assert len([host for host, path in places if path == "/"]) == 560
