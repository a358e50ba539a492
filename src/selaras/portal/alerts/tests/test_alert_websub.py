"""The hub is told of every change of what is announced, in the transaction that makes it."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from django.db import transaction
from django.utils import timezone

from selaras.announcements.models import Relation
from selaras.announcements.tests.telling import take_back, tell
from selaras.ledger.models import OwedEffect
from selaras.ledger.worker import settle_due
from selaras.pages.machines import websub

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
FEEDS = "http://localhost:8000/umpan"


@pytest.fixture(autouse=True)
def hub(settings: LazySettings) -> None:
    settings.WEBSUB_HUB = "http://127.0.0.1:9/"


def told() -> list[dict[str, Any]]:
    """What the hub is owed about announcements since this was last asked."""
    owed = OwedEffect.objects.filter(kind=websub.PING, key__contains=":announcement:")
    found = [effect.payload for effect in owed]
    OwedEffect.objects.filter(kind=websub.PING).delete()
    return found


def test_publishing_correcting_and_recalling_tell_of_every_feed() -> None:
    first = tell(emergency=True)
    (payload,) = told()
    assert set(payload["feeds"]) == {
        f"{FEEDS}/peringatan.xml",
        *(
            f"{FEEDS}/pengumuman/{name}{query}"
            for name in ("rss.xml", "atom.xml", "feed.json")
            for query in ("", "?topik=siaga-musim-hujan")
        ),
    }
    second = tell(key="uji-2", relation=Relation.CORRECTS, earlier=first, correction="Angkanya.")
    assert len(told()) == 1
    take_back(second)
    assert len(told()) == 1


def test_what_is_planned_is_told_on_its_second() -> None:
    at = timezone.now() + timedelta(hours=1)
    tell(at=at)
    assert told() == []
    with time_machine.travel(at + timedelta(seconds=1), tick=False):
        OwedEffect.objects.exclude(kind="announcements.live").delete()
        settle_due(limit=1)
        assert len(told()) == 1


def test_what_is_rolled_back_or_has_no_hub_is_told_nobody(settings: LazySettings) -> None:
    with transaction.atomic():
        tell()
        transaction.set_rollback(True)
    assert told() == []
    settings.WEBSUB_HUB = ""
    tell()
    assert told() == []
