import gzip
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client

from selaras.look.compression import CompressionMiddleware

TEXT = "Satu fakta, satu suara. " * 100


def answered(response: HttpResponseBase, kind: str = "portal") -> HttpResponseBase:
    request = HttpRequest()
    request.host_kind = kind  # type: ignore[attr-defined]
    request.META["HTTP_ACCEPT_ENCODING"] = "gzip, deflate"
    return CompressionMiddleware(lambda _: response)(request)


def test_a_public_page_travels_compressed(country: None) -> None:
    headers = {"host": "kota-bandung.localhost", "accept-encoding": "gzip"}
    packed = Client().get("/", headers=headers)
    plain = Client().get("/", headers={"host": "kota-bandung.localhost"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2


def test_the_editors_host_is_left_alone() -> None:
    assert "Content-Encoding" not in answered(HttpResponse(TEXT), kind="editor").headers


@pytest.mark.parametrize("kind", ["image/avif", "image/png", "application/pdf", "font/woff2"])
def test_what_is_compressed_by_itself_is_left_alone(kind: str) -> None:
    answer = answered(HttpResponse(TEXT, content_type=kind))
    assert "Content-Encoding" not in answer.headers


def test_a_file_still_streams_with_its_length() -> None:
    def pieces() -> Iterator[bytes]:
        yield TEXT.encode()

    response = StreamingHttpResponse(pieces(), content_type="text/csv")
    response.headers["Content-Length"] = str(len(TEXT))
    answer = answered(response)
    assert answer.headers["Content-Length"] == str(len(TEXT))


def test_feeds_and_data_travel_compressed() -> None:
    for kind in (
        "application/atom+xml",
        "application/feed+json",
        "application/json; charset=utf-8",
    ):
        answer = answered(HttpResponse(TEXT, content_type=kind))
        assert answer.headers["Content-Encoding"] == "gzip"
