"""What is sent is measured, waited for with patience but not for ever, and only then parsed."""

import io
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from selaras.look.bodies import middleware, receiving
from selaras.look.bodies.limits import FROM_A_STRANGER, FROM_AN_EDITOR, MB
from selaras.look.bodies.middleware import BodyMiddleware
from selaras.media.tests import pictures as made

FORM = "application/x-www-form-urlencoded"


class User:
    def __init__(self, known: bool) -> None:
        self.is_authenticated = known


class Body(io.BytesIO):
    """Never comes to its end before it is told to."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.go_on = threading.Event()

    def read(self, size: int | None = -1) -> bytes:
        self.go_on.wait(10)
        return super().read(size)


def request_of(length: int, kind: str = "portal", known: bool = False, **meta: str) -> HttpRequest:
    request: Any = RequestFactory().post("/", data=b"", content_type=FORM)
    request.META |= {"CONTENT_LENGTH": str(length)} | meta
    request._stream = io.BytesIO(b"x" * length)
    request.host_kind, request.user = kind, User(known)
    return request  # type: ignore[no-any-return]


def answered(request: HttpRequest) -> HttpResponse:
    answer = BodyMiddleware(lambda given: HttpResponse(given.read()))(request)
    assert isinstance(answer, HttpResponse)
    return answer


@pytest.mark.parametrize(
    ("kind", "known", "most"),
    [
        ("portal", False, FROM_A_STRANGER),
        ("institution", False, FROM_A_STRANGER),
        ("editor", False, FROM_A_STRANGER),
        ("editor", True, FROM_AN_EDITOR),
    ],
)
def test_what_is_allowed_arrives_whole_and_a_byte_more_is_refused(
    kind: str, known: bool, most: int
) -> None:
    taken = answered(request_of(most, kind, known))
    assert (taken.status_code, len(taken.content)) == (200, most)
    refused = answered(request_of(most + 1, kind, known))
    assert refused.status_code == 413
    assert "Kiriman ini terlalu besar" in refused.content.decode()
    assert refused.headers["Connection"] == "close"


def test_a_script_is_told_in_json() -> None:
    refused = answered(request_of(MB, HTTP_ACCEPT="application/json, */*"))
    assert refused.status_code == 413
    assert b'"success": false' in refused.content


def test_what_is_refused_is_read_so_that_the_browser_shows_why() -> None:
    request: Any = request_of(FROM_AN_EDITOR + 1, "editor", known=True)
    assert answered(request).status_code == 413
    assert request._stream.read() == b""


def test_what_is_enormous_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "DROPPED", {False: MB, True: MB})
    request: Any = request_of(2 * MB)
    assert answered(request).status_code == 413
    assert len(request._stream.read()) == 2 * MB


def test_an_editor_whose_session_ended_is_not_told_that_the_page_is_too_large(
    settings: Any,
) -> None:
    request = request_of(FROM_A_STRANGER + 1, "editor")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "berakhir"
    assert answered(request).status_code == 200


@pytest.mark.parametrize(
    ("meta", "status"),
    [
        ({"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked"}, 411),
        ({"CONTENT_LENGTH": "-1"}, 400),
        ({"CONTENT_LENGTH": "banyak"}, 400),
        ({"CONTENT_LENGTH": "٣"}, 400),
        ({"CONTENT_LENGTH": "9" * 30}, 400),
        ({"CONTENT_LENGTH": "9" * 18}, 413),
        ({"CONTENT_LENGTH": ""}, 200),
        ({"CONTENT_LENGTH": "0"}, 200),
    ],
)
def test_a_length_that_is_none_is_refused(meta: dict[str, str], status: int) -> None:
    assert answered(request_of(0, **meta)).status_code == status


def given_up(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[HttpRequest], HttpResponse]
) -> HttpResponse:
    monkeypatch.setattr(receiving, "PATIENCE", 0.05)
    request: Any = request_of(5)
    request._stream = body = Body(b"x" * 5)
    response = act(request)
    body.go_on.set()
    return response


def test_a_body_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    response = given_up(monkeypatch, answered)
    assert response.status_code == 408
    assert "terlalu lama" in response.content.decode()


def test_a_place_that_was_given_up_is_free_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "PATIENCE_FOR_A_PLACE", 0.01)
    for _ in range(10):
        assert given_up(monkeypatch, answered).status_code == 408
    assert answered(request_of(5)).status_code == 200


def test_who_sends_while_all_places_are_taken_is_asked_to_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(middleware, "PATIENCE_FOR_A_PLACE", 0.01)
    monkeypatch.setattr(middleware, "_places", dict.fromkeys((True, False), threading.Semaphore(0)))
    response = answered(request_of(5))
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
    assert answered(request_of(0)).status_code == 200


def test_readers_that_hang_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "_readers", threading.Semaphore(0))
    assert answered(request_of(5)).status_code == 503


def test_a_full_disk_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, content: Any) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(receiving, "SpooledTemporaryFile", lambda _: Full())
    assert answered(request_of(5)).status_code == 503


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize("path", ["/admin/images/add/", "/admin/documents/add/"])
def test_too_many_fields_or_files_and_broken_forms_are_refused_in_words(path: str) -> None:
    client = made.librarian()
    client.raise_request_exception = False
    many = "&".join(f"f{number}=" for number in range(10_001))
    for response in (
        client.post(path, data=many, content_type=FORM),
        client.post(path, {f"f{number}": made.upload(b"x") for number in range(101)}),
        client.post(path, data=b"rusak", content_type="multipart/form-data; boundary="),
        client.post(path, data=b"title=%ff", content_type=f"{FORM}; charset=utf-16"),
    ):
        assert response.status_code in {400, 403, 404}
        if response.status_code == 400:
            assert "Tidak ada yang tersimpan" in response.content.decode()


@pytest.mark.usefixtures("country")
def test_an_upload_has_room_where_files_are_taken_and_nowhere_else() -> None:
    client = made.librarian()
    heavy = made.upload(b"x" * (21 * MB))
    form = {"title": "Foto", "description": "Foto", "file": heavy}
    assert "paling besar 20 MB" in client.post("/admin/images/add/", form).content.decode()
    heavy.seek(0)
    assert client.post("/admin/account/", form).status_code == 413
