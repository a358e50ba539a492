"""Fixtures of all tests: a database that already holds the regions and institutions."""

import os
import re
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from support import databases

# The order of a set and an address in memory differ between processes; xdist wants equal names.
UNSTABLE = re.compile(r"set\(\{| at 0x")

WHOLE = Path(__file__).parent / "tests"
DATABASES = {"db", "transactional_db", "django_db_setup", "worker"}


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Mark what no database can change: it neither asks for one nor for a copy of one.

    Who copies a database, or uses a server, needs the name of the test process. What tries the
    whole product takes longest and goes first, folder by folder: towards the end no process waits
    for a long test of another one.
    """
    if unstable := [item.nodeid for item in items if UNSTABLE.search(item.nodeid)]:
        raise pytest.UsageError(f"names that differ between processes: {unstable}")
    for item in items:
        asks = DATABASES.intersection(getattr(item, "fixturenames", ()))
        if not asks and item.get_closest_marker("django_db") is None:
            item.add_marker("no_database")
    yield
    items.sort(key=_folder_of_the_whole)


def _folder_of_the_whole(item: pytest.Item) -> str:
    """A room's own tests come after all of these, in the order that they are given."""
    inside = item.path.relative_to(WHOLE.parent).parts
    return inside[1] if inside[0] == WHOLE.name else "~"


@pytest.fixture(scope="session")
def worker(request: pytest.FixtureRequest) -> str:
    """The name of this test process, also without xdist."""
    return os.environ.get("PYTEST_XDIST_WORKER", "gw0")


@pytest.fixture(scope="session")
def django_db_setup(worker: str) -> Iterator[None]:
    """The test database is a copy of a prepared one; each test's changes are rolled back."""
    import dj_database_url
    from django.db import connection

    url = databases.copy_of("country", f"selaras_test_{worker}")
    connection.close()
    connection.settings_dict["NAME"] = dj_database_url.parse(url)["NAME"]
    yield
    connection.close()
    databases.discard(url)


@pytest.fixture(scope="session", autouse=True)
def whole_sign_in() -> Iterator[None]:
    """`client.force_login` gives the second factor too, as a real sign-in does."""
    from django.contrib.auth.signals import user_logged_in

    from support.signing_in import complete

    user_logged_in.connect(complete)
    yield
    user_logged_in.disconnect(complete)


@pytest.fixture
def country(db: None) -> None:
    """553 regions, 559 institutions and their sites."""


@pytest.fixture
def settle_search(db: None, settings: Any, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Called, it lets what the test has published be found; a search index for this test alone."""
    from support.searching import searchable

    with searchable(settings, tmp_path) as settle:
        yield settle


@pytest.fixture
def topics(country: None) -> None:
    """The country with the demonstration's topics and fact types, and no facts."""
    from selaras.demonstration.topics import make_topics

    make_topics()
