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
    wsgi.product(sent.environ, lambda *_: None)
    request = WSGIRequest(given[0])
    assert request.is_secure() == (scheme == "https")
    assert CsrfViewMiddleware(lambda _: HttpResponse())._origin_verified(request) is taken


@pytest.mark.parametrize(
    "parameter",
    [
        "charset=hex", "charset=undefined", "charset=idna", "charset=utf-16",
        "charset*=utf-8''a%00b", "charset*=klingon''a", "x*=klingon''a", "charset=\"a", "\xff",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_no_type_of_what_is_sent_makes_the_address_unreadable(
    kind: str, parameter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[dict[str, Any]] = []
    monkeypatch.setattr(wsgi, "_django", lambda environ, _: given.append(environ))
    environ = RequestFactory().get("/cari/?q=%C3%A9%FF").environ
    wsgi.product(environ | {"CONTENT_TYPE": f"{kind}; {parameter}"}, lambda *_: None)
    request = WSGIRequest(given[0])
    assert request.content_type == kind
    assert request.GET["q"] == "é\ufffd"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("multipart/form-data; boundary=x-1", "multipart/form-data;boundary=x-1"),
        ('multipart/form-data; charset=UTF-8; boundary="x;1"',
         'multipart/form-data;charset=UTF-8;boundary="x;1"'),
        ("text/plain; charset=iso-8859-1", "text/plain;charset=iso-8859-1"),
        ("application/json; charset=utf-7", "application/json"),
        ("application/json", "application/json"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_browsers_say_of_a_form_is_kept(said: str, kept: str) -> None:
    assert wsgi.plain_type(said) == kept
