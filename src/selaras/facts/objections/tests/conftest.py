"""Fixtures of the tests of objections."""

import pytest

from selaras.accounts.models import User
from selaras.facts.models import FactVersion
from selaras.facts.objections.tests.objecting import Role, owner_person, shelter
from support.people import person


@pytest.fixture
def version(topics: None) -> FactVersion:
    return shelter()


@pytest.fixture
def writer(country: None) -> User:
    return person("wati", "kota-bandung", Role.WRITER)


@pytest.fixture
def author(version: FactVersion) -> User:
    return owner_person("arif", version.fact_type)
