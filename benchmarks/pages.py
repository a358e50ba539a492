"""Public pages, each beside a plain page of the same site with nothing but typed words."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.test import Client
from django.utils.html import strip_tags

from benchmarks.timing import Comparison, compare
from selaras.demonstration.tallies import TALLY
from selaras.institutions.models import Institution
from selaras.pages.models import ArticlePage, InformationPage

SITE = "kota-bandung.localhost"
PORTAL = "localhost"


def comparisons() -> Iterator[Comparison]:
    home = Institution.objects.select_related("site__root_page").get(slug="kota-bandung")
    assert home.site is not None
    root = home.site.root_page
    articles = list(ArticlePage.objects.descendant_of(root).order_by("pk"))
    article = next(page for page in articles if "<embed" in str(page.body.raw_data[0]))
    longest = max(articles, key=lambda page: len(page.parts))
    words = f"<p>{strip_tags(' '.join(str(block['value']) for block in article.body.raw_data))}</p>"
    plain = InformationPage(
        title="Polos", slug="polos", lead=article.lead, body=[{"type": "paragraph", "value": words}]
    )
    root.add_child(instance=plain)
    shown = [
        ("article with official facts", SITE, f"/berita/{article.slug}/"),
        ("article in three parts, the first", SITE, f"/berita/{longest.slug}/"),
        ("section", SITE, "/berita/"),
        ("institution home", SITE, "/"),
        ("portal home", PORTAL, "/"),
        ("region with its facts", PORTAL, "/wilayah/32.73/"),
        ("tally of 39 rows", PORTAL, f"/rekapitulasi/{TALLY}/"),
    ]
    for name, host, path in shown:
        yield compare(
            name,
            lambda host=host, path=path: _get(host, path),  # type: ignore[misc]
            "a plain page of words",
            lambda: _get(SITE, "/polos/"),
        )


def _get(host: str, path: str) -> HttpResponse:
    response = Client().get(path, headers={"host": host})
    assert response.status_code == 200
    return response
