"""A country full of secrets, and one editor in it."""

import pytest
from django.test import Client

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from support.people import person
from support.strangers import OWN, Secrets, keep_secrets

Role = Membership.Role
EDITOR = (Role.WRITER, Role.APPROVER, Role.ADMINISTRATOR, Role.AUDITOR)
HOST = {"host": "redaksi.localhost"}


@pytest.fixture
def editor(country: None) -> User:
    """She holds every role that an institution gives but the emergency publisher's."""
    return person("dewi", OWN, *EDITOR)


@pytest.fixture
def secrets(editor: User) -> Secrets:
    """559 institutions, each with its word."""
    return keep_secrets()


@pytest.fixture
def neighbours(editor: User) -> Secrets:
    """Three institutions with their words, where one stranger is enough."""
    return keep_secrets(only={OWN, "kota-bogor", "jawa-barat"})


@pytest.fixture
def desk(editor: User) -> Client:
    client = Client(headers=HOST)
    client.force_login(editor)
    return client
