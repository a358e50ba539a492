"""Asking the API as a program does."""

from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

BANDUNG, WEST_JAVA = "32.73", "32"


def ask(
    path: str, *, method: str = "GET", headers: dict[str, str] | None = None, **query: Any
) -> HttpResponse:
    """`path` stands below `/api/v1/`, or begins at the root."""
    client = Client(headers={"host": "localhost", **(headers or {})})
    asked = client.generic(
        method, path if path.startswith("/") else f"/api/v1/{path}", query_params=query
    )
    response: HttpResponse = asked
    return response


def read(path: str, **query: Any) -> Any:
    """The JSON of an answer that has to be there."""
    response = ask(path, **query)
    assert response.status_code == 200, response.content
    return response.json()


def queries_of(path: str, **query: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        read(path, **query)
    return len(captured)
