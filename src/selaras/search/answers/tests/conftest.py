"""Fixtures of the tests of answers."""

import pytest

from selaras.search.answers.tests.stating import state_all


@pytest.fixture
def stated(topics: None) -> None:
    """The facts of both topics, and the words in which texts speak of them."""
    state_all()
