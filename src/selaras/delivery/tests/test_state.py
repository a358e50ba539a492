"""Which kept page still is what the product would say."""

from dataclasses import replace
from time import time

import pytest

from selaras.delivery.kept import Kept
from selaras.delivery.pages import Pages
from selaras.delivery.releases import this_release
from selaras.delivery.state import OLDEST, State
from selaras.ledger.models import Change, Epoch


def page(**fields: object) -> Kept:
    made = Kept(
        host="a", path="/", release=this_release(), epoch=5, made_at=time(),
        keys=frozenset({"site:a", "fact:1"}), any_query=True, status=200, headers=(),
        pieces=(b"",), slots=(),
    )  # fmt: skip
    return replace(made, **fields)


def state() -> State:
    made = State()
    made.advance(6, [("site:a", 5), ("fact:1", 4), ("site:b", 6)])
    return made


def test_what_changed_before_it_was_made_and_elsewhere_leaves_it() -> None:
    assert state().holds(page())


@pytest.mark.parametrize(
    "fields",
    [
        {"epoch": 4}, {"release": "another"}, {"epoch": 7}, {"made_at": time() - OLDEST - 1},
        {"made_at": time() + 3_600}, {"keys": frozenset({"sites"})},
        {"keys": frozenset({"everything"})},
    ],
)  # fmt: skip
def test_a_change_another_release_age_and_an_epoch_ahead_end_it(fields: dict[str, object]) -> None:
    assert not state().holds(page(**fields))


def test_a_moment_that_came_ends_what_depends_on_the_clock() -> None:
    known, made = state(), page(made_at=time() - 10)
    known.pass_moment("announcements")
    assert known.holds(made)
    known.pass_moment("facts")
    assert not known.holds(made)


@pytest.mark.django_db
def test_an_epoch_that_goes_back_forgets_everything(pages: Pages) -> None:
    Epoch.objects.update_or_create(pk=1, defaults={"number": 1_000})
    Change.objects.create(key="site:a", epoch=1_000)
    pages.watcher.look()
    pages.store.keep(page(epoch=1_000))
    Epoch.objects.update(number=10)
    Change.objects.update(epoch=10)
    pages.watcher.look()
    assert pages.store.addresses() == []
    assert pages.state.epoch == 10
    assert pages.state.changed["site:a"] == 10


@pytest.mark.django_db
def test_a_process_that_begins_with_an_older_database_keeps_nothing(pages: Pages) -> None:
    Epoch.objects.update_or_create(pk=1, defaults={"number": 10})
    pages.store.keep(page(epoch=1_000))
    pages.watcher.look()
    assert pages.store.addresses() == []
