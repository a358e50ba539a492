"""A front with a store of its own, which looks for changes before each request."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from selaras.delivery.front import Front
from selaras.delivery.pages import Pages
from selaras.delivery.tests.telling import Told


class Moving:
    """A database to which somebody has just written."""

    def has_moved(self) -> bool:
        return True

    opened = 1

    def close(self) -> None: ...


def product(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """Stands behind the front, and says only that it was reached."""
    start_response("299 Passed Through", [])
    return [b""]


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pages:
    """As with Django's own test client, requests do not end the test's connection."""
    for name in ("close", "close_if_unusable_or_obsolete"):
        monkeypatch.setattr(connections["default"], name, lambda: None)
    made = Pages(tmp_path, 8 << 20)
    made.watcher.source = Moving()
    monkeypatch.setattr(made.watcher, "start", made.watcher.look)  # no thread of its own
    return made


@pytest.fixture
def told(pages: Pages) -> Told:
    return Told(Front(product, pages))
