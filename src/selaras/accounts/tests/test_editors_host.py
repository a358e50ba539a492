from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.test import Client, RequestFactory, override_settings

from selaras.accounts.middleware import EditorRefusalMiddleware
from selaras.accounts.models import User
from selaras.common.errors import Refused

EDITOR = "redaksi.localhost"


def refused_on(kind: str, back: str) -> tuple[HttpRequest, HttpResponse | None]:
    request = RequestFactory(headers={"host": EDITOR, "referer": back}).post("/admin/")
    request.host_kind = kind  # type: ignore[attr-defined]
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    middleware = EditorRefusalMiddleware(lambda _: HttpResponse())
    return request, middleware.process_exception(request, Refused("Tidak bisa.", "Coba lagi."))


def test_a_refusal_leads_an_editor_back_with_its_reason() -> None:
    request, response = refused_on("editor", f"http://{EDITOR}/admin/pages/7/edit/")
    assert response is not None
    assert response.headers["Location"] == f"http://{EDITOR}/admin/pages/7/edit/"
    assert [str(message) for message in get_messages(request)] == ["Tidak bisa. Coba lagi."]


def test_a_refusal_never_leads_to_another_host() -> None:
    _, response = refused_on("editor", "https://contoh.invalid/")
    assert response is not None
    assert response.headers["Location"] == "/"


def test_a_refusal_on_a_public_host_is_not_swallowed() -> None:
    assert refused_on("portal", "")[1] is None


def raised_on(kind: str, raising: Callable[[], object], sent: str = "") -> int | None:
    """The status of the answer to what a view raised."""
    request = RequestFactory(headers={"host": EDITOR}).post("/admin/", {"next": sent})
    request.host_kind = kind  # type: ignore[attr-defined]
    middleware = EditorRefusalMiddleware(lambda _: HttpResponse())
    try:
        raising()
    except Exception as exception:  # noqa: BLE001 - as Django catches it
        response = middleware.process_exception(request, exception)
        return response.status_code if response else None
    raise AssertionError


@pytest.mark.parametrize("kind", ["editor", "portal"])
def test_what_a_view_of_a_library_cannot_read_is_a_bad_request(kind: str) -> None:
    asked = 400 if kind == "editor" else None
    assert raised_on(kind, lambda: QueryDict()["title"]) == asked
    assert raised_on(kind, lambda: User.objects.filter(pk="satu")) == asked
    assert raised_on(kind, lambda: redirect("tidak-ada"), "tidak-ada") == asked


def test_a_failure_of_our_own_is_not_taken_for_a_bad_request() -> None:
    assert raised_on("editor", lambda: redirect("tidak-ada"), "lain") is None
    assert raised_on("editor", lambda: int("satu")) is None
    assert raised_on("editor", {}.popitem) is None


@pytest.mark.django_db
@pytest.mark.parametrize(("mode", "works"), [(True, True), (False, False)])
def test_an_account_of_the_demonstration_works_only_there(mode: bool, works: bool) -> None:
    User.objects.create_user(username="contoh", password="peragaan", demonstration=True)
    with override_settings(DEMONSTRATION=mode):
        assert Client().login(username="contoh", password="peragaan") is works
        assert (Client().login(username="contoh", password="salah")) is False


@pytest.mark.django_db
def test_a_session_of_such_an_account_ends_with_the_mode() -> None:
    User.objects.create_superuser(username="contoh", password="peragaan", demonstration=True)
    client = Client(headers={"host": EDITOR})
    assert client.login(username="contoh", password="peragaan")
    assert client.get("/admin/").status_code == 200
    with override_settings(DEMONSTRATION=False):
        assert client.get("/admin/").status_code == 302
