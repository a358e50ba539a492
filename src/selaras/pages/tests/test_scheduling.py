import json
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from selaras.embeds.spec import EmbedSpec
from selaras.facts.models import FactType
from selaras.ledger.clock import tick
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import HOST, home_of, publish_again

pytestmark = pytest.mark.django_db


def status(slug: str) -> int:
    return Client().get(f"/{slug}/", headers={"host": HOST}).status_code


def scheduled(slug: str) -> ArticlePage:
    """A draft whose time comes in an hour."""
    page = ArticlePage(
        title=slug,
        slug=slug,
        lead="Teras.",
        byline="Redaksi",
        place="Bandung",
        live=False,
        body=[{"type": "paragraph", "value": "<p>Isi.</p>"}],
    )
    home_of().add_child(instance=page)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    publish_again(page)
    return page


def an_hour_later() -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        tick()


def test_a_scheduled_page_goes_live_when_its_time_has_come(country: None) -> None:
    scheduled("terjadwal")
    assert status("terjadwal") == 404
    an_hour_later()
    assert status("terjadwal") == 200


def test_a_page_that_is_not_due_waits(country: None) -> None:
    scheduled("nanti")
    tick()
    assert status("nanti") == 404


def test_one_refused_page_keeps_no_other_from_going_live(topics: None) -> None:
    """A fact in it was known when it was scheduled, and no longer when its time came."""
    refused = scheduled("ditolak")
    never_stated = EmbedSpec(FactType.objects.get(key="siaga.posko").pk).tag()
    revision = refused.latest_revision
    revision.content["body"] = json.dumps([{"type": "paragraph", "value": never_stated}])
    revision.save()
    scheduled("terjadwal")
    an_hour_later()
    assert (status("ditolak"), status("terjadwal")) == (404, 200)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_a_page_ends_at_its_time_and_says_so(country: None) -> None:
    page = scheduled("usai")
    an_hour_later()
    ArticlePage.objects.filter(pk=page.pk).update(expire_at=timezone.now())
    tick()
    response = Client().get("/usai/", headers={"host": HOST})
    assert response.status_code == 410
    assert "sudah berakhir" in response.content.decode()
