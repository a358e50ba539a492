"""What a request is taken for behind a server that ends TLS."""

from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.test import RequestFactory

from selaras.config import wsgi

HOST = "redaksi.localhost"


@pytest.mark.parametrize(
    ("scheme", "origin", "taken"),
    [
        ("https", f"https://{HOST}", True),
        ("https", f"http://{HOST}", False),
        ("https", "https://jahat.example", False),
        ("http", f"http://{HOST}", True),
    ],
)
def test_a_form_sent_over_https_is_of_our_own_origin_although_tls_ends_in_front(
    scheme: str, origin: str, taken: bool, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[dict[str, Any]] = []

    def django(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        given.append(environ)
        return []

    monkeypatch.setattr(wsgi, "_django", django)
    settings.SCHEME = scheme
    sent = RequestFactory(headers={"host": HOST, "origin": origin}).post("/")
    wsgi.application(sent.environ, lambda *_: None)
    request = WSGIRequest(given[0])
    assert request.is_secure() == (scheme == "https")
    assert CsrfViewMiddleware(lambda _: HttpResponse())._origin_verified(request) is taken
