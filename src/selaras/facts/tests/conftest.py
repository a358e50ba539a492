"""Fixtures of the tests of facts."""

import pytest

from selaras.facts.tests.speaking import Clock, utc


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that sets recorded times; it stands until the test moves it."""
    standing = Clock(utc("2026-01-10T03:00"))
    monkeypatch.setattr("django.utils.timezone.now", standing)
    return standing
