"""Fixtures of the tests of alignment."""

from typing import Any

import pytest

from selaras.alignment.tests.telling import spoken_types
from selaras.facts.models import FactType


@pytest.fixture
def spoken(topics: None) -> tuple[FactType, FactType]:
    """The types of the level and of the aid."""
    return spoken_types()


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on whoever reads a text fails."""

    def read(*_: Any, **__: Any) -> None:
        raise AssertionError("a text was read")

    monkeypatch.setattr("selaras.alignment.services.reading.read_scene", read)
