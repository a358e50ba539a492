"""Asking the portal as a browser does."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def get(path: str, host: str = "localhost", **query: str) -> tuple[int, str]:
    response = Client().get(path, query, headers={"host": host})
    return response.status_code, response.content.decode()


def queries_of(path: str) -> int:
    """How many queries the page asks once everything that is kept for longer has been read."""
    assert get(path)[0] == 200
    with CaptureQueriesContext(connection) as captured:
        assert get(path)[0] == 200
    return len(captured)
