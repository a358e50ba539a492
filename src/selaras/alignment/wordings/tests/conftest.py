"""Fixtures of the tests of wordings."""

import pytest

from selaras.accounts.models import User
from selaras.alignment.wordings.tests.wordings_said import Role, zone_type
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import owner_of
from support.people import person


@pytest.fixture
def zone(topics: None) -> FactType:
    return zone_type()


@pytest.fixture
def author(zone: FactType) -> User:
    return person("arif", owner_of(zone), Role.AUTHOR)
