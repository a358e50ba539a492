"""What a search could give, and asking for its pages, for tests of what is shown of it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from selaras.facts.models import FactType
from selaras.facts.results import Outcome, State
from selaras.institutions.models import Region
from selaras.search.asking import PER_PAGE, Question
from selaras.search.entries import Kind
from selaras.search.found import (
    Answer,
    Facets,
    Found,
    Marked,
    Notice,
    Result,
    Scored,
    Site,
)

PORTAL, SITE = "localhost", "kota-bandung.localhost"
DAY = datetime(2026, 11, 20, 3, tzinfo=UTC)
WORDS = (
    "Warga diminta menyiapkan tas siaga, mengenali jalur evakuasi, dan memantau pengumuman resmi"
    " karena curah hujan diperkirakan tinggi sampai akhir pekan; posko dibuka dua puluh empat jam."
)


def ask(path: str = "", host: str = PORTAL, etag: str = "", **query: Any) -> HttpResponse:
    """The answer of `/cari/` and what stands below it; `etag` is one that is had already."""
    headers = {"host": host} | ({"if-none-match": etag} if etag else {})
    response: HttpResponse = Client(headers=headers).get(f"/cari/{path}", query)
    return response


def page(host: str = PORTAL, **query: Any) -> str:
    response = ask(host=host, **query)
    assert response.status_code == 200
    return response.content.decode()


def result(number: int = 0, **fields: Any) -> Result:
    title = f"Posko banjir di {number} kecamatan menjelang puncak musim hujan"
    given: dict[str, Any] = {
        "key": f"page:{number}",
        "kind": Kind.NEWS,
        "title": Marked(title, [(6, 12)]),
        "excerpt": Marked(WORDS, [(24, 34)]),
        "url": f"http://kota-bandung.localhost:8000/berita/posko-{number}/",
        "institution": "kota-bandung",
        "institution_name": "Dinas Komunikasi dan Informatika Kota Bandung",
        "region": "32.73",
        "region_name": "Kota Bandung",
        "dated": DAY,
        "superseded": False,
        "owner": False,
        "copies": 0,
        "scored": Scored(1.0, {}),
    }
    return Result(**(given | fields))


def answer(**fields: Any) -> Answer:
    region = Region(code="32.73", name="Kota Bandung", level="city", zone="WIB")
    kind = FactType(key="siaga.status")
    given: dict[str, Any] = {
        "outcome": Outcome(State.CURRENT, kind, region, None),
        "label": "Status siaga",
        "value": "Siaga Merah",
        "region": "32.73",
        "region_name": "Kota Bandung",
        "since": DAY,
        "until": None,
        "validity": "Berlaku sampai 31 Maret 2027",
        "ended": False,
        "source": "Keputusan siaga musim hujan (data peragaan)",
        "source_url": "http://localhost:8000/pengumuman/siaga/",
        "owner": "Badan Nasional Penanggulangan Bencana",
        "changed": "Berubah pada 26 November 2026",
        "page_url": "http://localhost:8000/pengumuman/siaga/",
        "demonstration": True,
        "tone": 4,
    }
    return Answer(**(given | fields))


def notice(kind: Kind = Kind.EMERGENCY) -> Notice:
    url = "http://kota-bandung.localhost:8000/banjir/"
    return Notice(kind, f"Banjir ({kind})", "Hindari jalan yang tergenang.", url, "BPBD", DAY)


FACETS = Facets(
    kinds=[(Kind.NEWS, 31), (Kind.INFORMATION, 1212)],
    regions=[("32", "Provinsi Jawa Barat", 22), ("32.73", "Kota Bandung", 12)],
    ages=[(7, 3), (365, 40)],
)


def found(results: Sequence[Result] = (), **fields: Any) -> Found:
    """One page of these, as many as there are in all; other fields as they are given."""
    given = {"results": results, "total": len(results), "page": 1, "pages": 1, "facets": FACETS}
    return Found(**(given | fields))


def richest(question: Question) -> Found:
    """A page with all that can stand on one, whatever is asked."""
    last = 50
    at = min(question.page, last)
    results = [result(n, superseded=n == 3, copies=412 * (n == 1)) for n in range(PER_PAGE)]
    return found(
        results,
        total=1234,
        page=at,
        pages=last,
        answers=[answer(), answer(ended=True, tone=None, value="Level 3", region="32")],
        notices=[notice(), notice(Kind.CLARIFICATION)],
        sites=[Site("Diskominfo Kota Bandung", "Kota Bandung", "http://kota-bandung.localhost/")],
    )
