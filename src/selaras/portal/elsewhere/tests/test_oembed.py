"""Facts and announcements by the address of their page, beside what other rooms offer."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from selaras.announcements.tests.telling import tell
from selaras.portal.elsewhere.tests.asking import STATUS, ask, status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
PORTAL = "http://localhost:8000"


def oembed(url: str, **sizes: int) -> dict[str, Any]:
    query = "".join(f"&{name}={size}" for name, size in sizes.items())
    found: dict[str, Any] = json.loads(ask(f"/oembed/?url={quote(url)}{query}").content)
    return found


def test_a_fact_is_offered_by_its_frame_and_by_its_place_on_a_page() -> None:
    status("kuning")
    places = (f"{STATUS}/", "/wilayah/32.73/#fakta-siaga-status", f"{STATUS}/?mode=dark")
    offered = [oembed(f"{PORTAL}{path}", maxwidth=300) for path in places]
    assert offered == [offered[0]] * 3
    found = offered[0]
    assert (found["title"], found["width"]) == ("Status siaga, Kota Bandung", 300)
    assert found["author_name"] == "Badan Nasional Penanggulangan Bencana"
    assert f'<iframe src="{PORTAL}{STATUS}/"' in found["html"]
    assert 'width="300"' in found["html"]
    assert ask(f"{STATUS}/").status_code == 200


def test_a_region_is_offered_as_what_is_announced_there() -> None:
    for path, frame in {
        "/wilayah/32.73/": "/sematan/pengumuman/32.73/",
        "/pengumuman/": "/sematan/pengumuman/00/",
        "/en/wilayah/32/": "/en/sematan/pengumuman/32/",
        "/#fakta-siaga-status": "/sematan/fakta/siaga.status/00/",
    }.items():
        assert f'src="{PORTAL}{frame}"' in oembed(f"{PORTAL}{path}")["html"]


def test_an_announcement_is_offered_by_its_page_which_says_so() -> None:
    told = tell({"Kota Bandung": "merah"}, title='Judul "><script>alert(1)</script>')
    found = oembed(told.url)
    assert f"/sematan/pengumuman/isi/{told.slug}/" in found["html"]
    assert "<script" not in found["html"]
    for path in (f"/pengumuman/{told.slug}/", "/pengumuman/", "/wilayah/32.73/"):
        html = ask(path).content.decode()
        assert 'type="application/json+oembed"' in html
        assert quote(f"{PORTAL}{path}", safe="") in html


def test_every_other_page_is_not_found() -> None:
    refused = {"error": "Tidak ada yang dapat disematkan pada alamat itu."}
    for path in (
        "/", "/#fakta-tidak-ada", "/wilayah/99/", "/sematan/fakta/tidak/32.73/", "/sematan/",
        "/pengumuman/tidak/", "/sematan/fakta/siaga.status/%00/", "/wilayah/%F0%9F/",
    ):  # fmt: skip
        assert oembed(f"{PORTAL}{path}") == refused, path
