"""What is published, changed or withdrawn reaches the hub, once it can be reached."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import transaction
from wagtail.models import Page

from selaras.ledger.models import OwedEffect
from selaras.ledger.worker import settle_due
from selaras.pages.machines import websub
from selaras.pages.machines.errors import HubRefused, HubUnavailable
from selaras.pages.machines.tests.hub import Hub
from selaras.pages.models import ArticlePage, PageSubject, Subject
from selaras.pages.tests.making import article, publish_again, section

pytestmark = pytest.mark.django_db

SITE, PORTAL = "http://kota-bandung.localhost:8000", "http://localhost:8000"
SITE_FEEDS = {f"{host}/umpan/{name}" for host in (SITE, PORTAL) for name in websub.FEEDS}


@pytest.fixture
def hub(settings: LazySettings, country: None) -> Iterator[Hub]:
    server = Hub()
    settings.WEBSUB_HUB = server.address
    yield server
    server.close()


def pings() -> list[dict[str, Any]]:
    owed = OwedEffect.objects.filter(kind=websub.PING, state=OwedEffect.State.OWED)
    return [effect.payload for effect in owed.order_by("pk")]


def settle() -> OwedEffect:
    """Settle everything; returns the newest message."""
    settle_due()
    return OwedEffect.objects.filter(kind=websub.PING).latest("pk")


@pytest.fixture
def known(hub: Hub) -> ArticlePage:
    """An article about which the hub was told already."""
    health = Subject.objects.create(slug="kesehatan", label="Kesehatan")
    found = article("imunisasi", page_subjects=[PageSubject(subject=health)])
    settle_due()
    OwedEffect.objects.all().delete()
    hub.told.clear()
    return found


def test_publishing_tells_the_hub_every_feed_of_the_site_and_the_portal(hub: Hub) -> None:
    article("baru")
    assert settle().state == OwedEffect.State.SETTLED
    told = hub.told[-1]
    assert told["hub.mode"] == ["publish"]
    assert set(told["hub.url"]) == SITE_FEEDS


def test_the_feeds_of_old_and_new_subjects_are_told(hub: Hub, known: ArticlePage) -> None:
    flood = Subject.objects.create(slug="banjir", label="Banjir")
    known.page_subjects = [PageSubject(subject=flood)]
    publish_again(known)
    settle()
    told = {url for form in hub.told for url in form["hub.url"]}
    for slug in ("kesehatan", "banjir"):
        assert f"{SITE}/topik/{slug}/umpan/atom.xml" in told
        assert f"{PORTAL}/topik/{slug}/umpan/rss.xml" in told


def test_withdrawing_and_deleting_are_told(hub: Hub, known: ArticlePage) -> None:
    known.unpublish()
    assert len(pings()) == 1
    publish_again(known)
    known.delete()
    assert len(pings()) == 3
    assert all(set(payload["feeds"]) >= SITE_FEEDS for payload in pings())


def test_a_draft_is_told_nobody(hub: Hub, known: ArticlePage) -> None:
    known.title = "Rancangan"
    known.save_revision()
    section()
    assert pings() == []


def test_what_is_rolled_back_is_not_told(hub: Hub, known: ArticlePage) -> None:
    with transaction.atomic():
        publish_again(known)
        assert len(pings()) == 1
        transaction.set_rollback(True)
    assert pings() == []


def test_the_message_is_owed_in_the_transaction_that_saves_the_article(
    hub: Hub, known: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash right after the row was written must not lose the message, nor keep it alone."""
    known.title = "Sesudah"

    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("mati")

    monkeypatch.setattr(websub, "owe", crash)
    with pytest.raises(RuntimeError, match="mati"):
        publish_again(known)
    assert Page.objects.get(pk=known.pk).title == "Artikel imunisasi"


def test_without_a_hub_nothing_is_owed(hub: Hub, settings: LazySettings) -> None:
    settings.WEBSUB_HUB = ""
    article("sunyi")
    assert pings() == []
    websub.ping({"feeds": ["x"]})
    assert hub.told == []


@pytest.mark.parametrize("status", [301, 400, 403, 404, 410])
def test_a_refusal_is_permanent(hub: Hub, status: int) -> None:
    hub.status = status
    article("baru")
    effect = settle()
    assert (effect.state, effect.attempts) == (OwedEffect.State.FAILED, 1)
    assert f"status {status}" in effect.last_error
    assert "SELARAS_WEBSUB_HUB" in effect.last_error


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
def test_a_hub_in_trouble_is_told_again_later(hub: Hub, status: int) -> None:
    hub.status = status
    article("baru")
    effect = settle()
    assert (effect.state, effect.attempts) == (OwedEffect.State.OWED, 1)
    OwedEffect.objects.update(due_at=effect.owed_at)
    hub.status = 202
    assert settle().state == OwedEffect.State.SETTLED


def test_a_silent_hub_is_left_after_a_while(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websub, "TIMEOUT", (0.2, 0.2))
    hub.seconds = 0.5
    with pytest.raises(HubUnavailable, match="ReadTimeout") as caught:
        websub.ping({"feeds": ["x"]})
    assert not caught.value.permanent


def test_a_hub_that_is_down_is_tried_again(hub: Hub, settings: LazySettings) -> None:
    settings.WEBSUB_HUB = "http://127.0.0.1:9/"
    with pytest.raises(HubUnavailable) as caught:
        websub.ping({"feeds": ["x"]})
    assert not caught.value.permanent
    assert HubRefused(404).permanent
