"""Every kind of answer carries the headers that stand against what the threat model names."""

from typing import Any

import pytest
from django.conf import LazySettings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory

from selaras.look.middleware import EDITOR_POLICY, PUBLIC_POLICY, SecurityHeadersMiddleware
from selaras.media import views
from selaras.media.addresses import picture_address
from selaras.media.tests import pictures as made
from selaras.tallies.views import ANYWHERE

PORTAL, SITE, EDITORS, NOBODY = (
    "localhost", "kota-bandung.localhost", "redaksi.localhost", "bukan.example",
)  # fmt: skip
STATED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Kind of answer: host, path, status, who may load it from elsewhere.
KINDS = {
    "page": (SITE, "/", 200, "same-origin"),
    "portal": (PORTAL, "/", 200, "same-origin"),
    "feed": (SITE, "/umpan/rss.xml", 200, "cross-origin"),
    "sitemap": (SITE, "/sitemap.xml", 200, "cross-origin"),
    "oembed refusal": (PORTAL, "/oembed/", 400, "cross-origin"),
    "redirect": (PORTAL, "/tema", 301, "same-origin"),
    "missing": (SITE, "/tidak-ada/", 404, "same-origin"),
    "nobody's host": (NOBODY, "/", 421, "same-origin"),
    "static": (SITE, "/static/look/css/base.css", 200, "cross-origin"),
    "colour": (SITE, "/warna/0a6b5d.css", 200, "cross-origin"),
    "sign-in": (EDITORS, "/masuk/", None, "same-origin"),
    "editors' front door": (EDITORS, "/", 302, "same-origin"),
    "editors' absence": (EDITORS, "/tidak-ada/", 404, "same-origin"),
    "editors' static": (EDITORS, "/static/look/css/base.css", 200, "same-origin"),
}


def asked(host: str, path: str) -> HttpResponseBase:
    client = Client(headers={"host": host}, raise_request_exception=False)
    return client.get(path)


def directives(response: HttpResponseBase) -> dict[str, str]:
    parts = [part.strip() for part in response.headers["Content-Security-Policy"].split(";")]
    return {name: value for name, _, value in (part.partition(" ") for part in parts)}


def check(response: HttpResponseBase, corp: str) -> None:
    assert {name: response.headers.get(name) for name in STATED} == STATED
    assert response.headers["Cross-Origin-Resource-Policy"] == corp
    assert "camera=()" in response.headers["Permissions-Policy"]
    policy = directives(response)
    assert "unsafe" not in policy["default-src"] + policy.get("script-src", "")
    assert not {"script-src-elem", "script-src-attr"} & policy.keys()


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_carries_the_headers(kind: str) -> None:
    host, path, status, corp = KINDS[kind]
    response = asked(host, path)
    if status is not None:
        assert response.status_code == status
    check(response, corp)


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("host", [SITE, EDITORS])
def test_an_answer_to_a_failure_carries_them_too(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: str) -> None:
        raise RuntimeError(path)

    monkeypatch.setattr(views, "_stored", fail)
    response = asked(host, "/media/images/x.jpg")
    assert response.status_code == 500
    check(response, "same-origin")


@pytest.mark.usefixtures("country")
def test_a_failure_before_anything_is_known_carries_them_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(host: str) -> None:
        raise RuntimeError(host)

    monkeypatch.setattr("selaras.institutions.hosts._whose", fail)
    response = asked(SITE, "/")
    assert response.status_code == 500
    check(response, "same-origin")


@pytest.mark.usefixtures("country")
def test_a_picture_is_for_every_website_and_runs_nothing() -> None:
    response = asked(SITE, picture_address(made.picture(), "content"))
    assert response.status_code == 200
    check(response, "cross-origin")
    assert directives(response)["default-src"] == "'none'"
    assert "sandbox" in directives(response)


@pytest.mark.usefixtures("country")
def test_screens_of_editors_are_neither_kept_nor_indexed() -> None:
    client = made.librarian()
    for path in ("/admin/", "/admin/images/", "/admin/images/add/", "/masuk/"):
        response = client.get(path)
        check(response, "same-origin")
        assert "no-store" in response.headers["Cache-Control"], path
        assert "noindex" in response.headers["X-Robots-Tag"], path
        assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert "public" in asked(EDITORS, "/static/look/css/base.css").headers["Cache-Control"]


@pytest.mark.usefixtures("country")
def test_a_public_page_may_be_indexed_outside_a_demonstration(settings: LazySettings) -> None:
    settings.DEMONSTRATION = False
    assert "X-Robots-Tag" not in asked(SITE, "/").headers
    assert "noindex" in asked(EDITORS, "/masuk/").headers["X-Robots-Tag"]


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_only_https_asks_for_https(settings: LazySettings, scheme: str) -> None:
    settings.SCHEME = scheme
    found = {
        host: asked(host, path).headers.get("Strict-Transport-Security")
        for host, path in ((PORTAL, "/"), (SITE, "/"), (EDITORS, "/masuk/"))
    }
    year = "max-age=31536000"
    below = {PORTAL: f"{year}; includeSubDomains", SITE: year, EDITORS: year}
    assert found == (below if scheme == "https" else dict.fromkeys(below))


def test_only_style_attributes_are_inline_and_only_for_editors() -> None:
    assert "unsafe" not in PUBLIC_POLICY
    unsafe = [part for part in EDITOR_POLICY.split("; ") if "unsafe" in part]
    assert unsafe == ["style-src-attr 'unsafe-inline'"]


def test_a_page_that_may_be_framed_anywhere_may_be_loaded_from_anywhere() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": ANYWHERE})

    response = SecurityHeadersMiddleware(view)(RequestFactory().get("/"))
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_what_a_view_states_itself_stays() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        headers = {"Content-Security-Policy": "sandbox", "Cache-Control": "private, no-cache"}
        return HttpResponse(headers=headers)

    request: Any = RequestFactory().get("/")
    request.host_kind = "editor"
    response = SecurityHeadersMiddleware(view)(request)
    assert response.headers["Content-Security-Policy"] == "sandbox"
    assert response.headers["Cache-Control"] == "private, no-cache"
