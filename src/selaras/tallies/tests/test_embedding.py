"""A count on websites elsewhere: the frame and the oEmbed provider."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import Client

from selaras.tallies.addresses import snippet
from selaras.tallies.tests.counting import count, make_tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
PORTAL = Client(headers={"host": "localhost"})
PAGE = "http://localhost:8000/rekapitulasi/uji/"
FRAME = "/rekapitulasi/uji/sematan/"


@pytest.fixture(autouse=True)
def _counted(country: None) -> None:
    count(make_tally())


def oembed(url: str = PAGE, **parameters: object) -> HttpResponse:
    pairs = {"url": url, "format": "json"} | parameters
    query = "&".join(f"{name}={quote(str(value))}" for name, value in pairs.items())
    answer: HttpResponse = PORTAL.get(f"/oembed/?{query}")
    return answer


def body(**parameters: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(oembed(**parameters).content)
    return found


def test_only_the_frame_may_stand_on_any_website() -> None:
    frame = PORTAL.get(FRAME)
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "default-src 'self'" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    for path in ("/rekapitulasi/uji/", "/rekapitulasi/"):
        page = PORTAL.get(path)
        assert page["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in page["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("query", "mode"),
    [("?mode=light", "light"), ("?mode=dark", "dark"), ("?mode=auto", ""), ("", ""),
     ('?mode="><script>', ""), ("?mode=%00", ""), ("?mode=dark&mode=light", "light")],
)  # fmt: skip
def test_the_frame_takes_the_mode_of_the_page_around_it(query: str, mode: str) -> None:
    html = PORTAL.get(f"{FRAME}{query}").content.decode()
    assert (f'data-mode="{mode}"' in html) is bool(mode)
    assert f'name="color-scheme" content="{mode or "light dark"}"' in html
    assert "Hasil Uji 2026" in html
    assert "Peragaan: bukan situs resmi." in html


def test_the_page_offers_its_snippet_and_its_oembed_address() -> None:
    html = PORTAL.get("/rekapitulasi/uji/").content.decode()
    assert 'type="application/json+oembed"' in html
    assert "&lt;iframe src=&quot;http://localhost:8000/rekapitulasi/uji/sematan/&quot;" in html


def test_a_snippet_cannot_be_broken_by_a_title() -> None:
    html = snippet(make_tally("jahat", title='"><script>alert(1)</script>'))
    assert "<script>alert" not in html
    assert html.count("<script ") == 1


def test_oembed_answers_with_a_frame_that_resizes_itself() -> None:
    found = body()
    assert (found["version"], found["type"], found["provider_name"]) == ("1.0", "rich", "Selaras")
    assert (found["width"], found["height"]) == (640, 420)
    assert f'<iframe src="{PAGE}sematan/"' in found["html"]
    assert 'width="640" height="420"' in found["html"]
    assert 'src="http://localhost:8000/static/tallies/embed.js"' in found["html"]
    assert oembed()["Access-Control-Allow-Origin"] == "*"


def test_the_size_that_the_consumer_allows_is_kept() -> None:
    found = body(maxwidth=300, maxheight=99999)
    assert (found["width"], found["height"]) == (300, 420)
    assert 'width="300"' in found["html"]


@pytest.mark.parametrize(
    "url",
    [PAGE.rstrip("/") + "/sematan/", f"{PAGE}versi/1/", "https://localhost:8000/rekapitulasi/uji/",
     f"{PAGE}?x=1", f"{PAGE}#w32", "http://localhost:8000/en/rekapitulasi/uji/"],
)  # fmt: skip
def test_every_address_of_the_count_is_known(url: str) -> None:
    assert body(url=url)["title"] == "Pemilihan Uji 2026"


def test_an_english_address_gives_an_english_frame() -> None:
    found = body(url="http://localhost:8000/en/rekapitulasi/uji/")
    assert "http://localhost:8000/en/rekapitulasi/uji/sematan/" in found["html"]


@pytest.mark.parametrize(
    "url",
    ["http://localhost:8000/rekapitulasi/lain/", "http://localhost:8000/", "https://lain.go.id/",
     "http://lain.localhost:8000/rekapitulasi/uji/", "http://localhost/rekapitulasi/uji/",
     "http://localhost:8000@lain.go.id/rekapitulasi/uji/", "http://[", "http://localhost:x/",
     "javascript:alert(1)", "\0", "uji", "//localhost:8000/rekapitulasi/uji/", "x" * 5000],
)  # fmt: skip
def test_every_other_address_is_not_found(url: str) -> None:
    answer = oembed(url=url)
    assert answer.status_code == 404
    assert "Tidak ada yang dapat disematkan" in json.loads(answer.content)["error"]


@pytest.mark.parametrize(
    ("parameters", "status"),
    [({"format": "xml"}, 501), ({"format": "pdf"}, 501), ({"format": "JSON"}, 200),
     ({"maxwidth": "0"}, 400), ({"maxwidth": "-5"}, 400), ({"maxwidth": "lebar"}, 400),
     ({"maxheight": "1.5"}, 400), ({"maxheight": "9" * 30}, 400), ({"maxwidth": "\0"}, 400),
     ({"maxwidth": ""}, 200), ({"url": ""}, 400)],
)  # fmt: skip
def test_a_nonsense_parameter_gets_a_clear_answer(parameters: dict[str, str], status: int) -> None:
    answer = oembed(**parameters)
    assert answer.status_code == status
    assert (status == 200) is ("error" not in json.loads(answer.content))


def test_a_request_without_parameters_is_told_what_is_missing() -> None:
    assert PORTAL.get("/oembed/").status_code == 400
