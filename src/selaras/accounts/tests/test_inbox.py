"""The inbox puts what rooms provide in one order."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from selaras.accounts.inbox import registry
from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, inbox_of
from selaras.accounts.models import User
from selaras.institutions.models import Membership
from support.people import person

pytestmark = pytest.mark.usefixtures("country")
NOON = datetime(2026, 11, 26, 5, tzinfo=UTC)
EDITORS = {"host": "redaksi.localhost"}


def item(title: str, urgency: Urgency, hours: int = 0) -> Item:
    return Item(
        kind="Uji",
        title=title,
        url="/admin/uji/",
        urgency=urgency,
        since=NOON - timedelta(hours=hours),
    )


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "_providers", {})
    return iter([None])


def provide(name: str, *items: Item, total: int | None = None) -> None:
    waiting = Waiting(items, len(items) if total is None else total)
    registry.fills_inbox(name)(lambda user: waiting)


def opened() -> str:
    client = Client(headers=EDITORS)
    client.force_login(person("budi", "kota-bandung", Membership.Role.WRITER))
    response = client.get("/admin/")
    assert response.status_code == 200
    return response.content.decode()


def test_the_worst_stands_above_and_the_oldest_above_the_newer() -> None:
    provide("a", item("saran", Urgency.ADVICE, 99), item("baru", Urgency.WAITED_FOR, 1))
    provide("b", item("darurat", Urgency.NOW), item("lama", Urgency.WAITED_FOR, 5))
    titles = [one.title for one in inbox_of(User()).items]
    assert titles == ["darurat", "lama", "baru", "saran"]


def test_one_kind_never_fills_the_list_alone_and_the_rest_is_counted() -> None:
    provide("a", *[item(f"a{n}", Urgency.NOW, n) for n in range(MOST + 9)], total=400)
    provide("b", item("b", Urgency.ADVICE))
    waiting = inbox_of(User())
    assert (len(waiting.items), waiting.total) == (MOST + 1, 401)
    page = opened()
    assert "401 menunggu Anda" in page
    assert "Masih ada 375 lagi" in page


def test_titles_of_others_are_shown_as_text() -> None:
    provide("a", item("<script>alert(1)</script>", Urgency.NOW))
    page = opened()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_empty_inbox_says_so_and_offers_a_start() -> None:
    page = opened()
    assert "Tidak ada yang menunggu Anda." in page
    assert "Tulis halaman" in page


def test_two_providers_cannot_share_a_name() -> None:
    provide("a")
    with pytest.raises(RuntimeError):
        provide("a")
