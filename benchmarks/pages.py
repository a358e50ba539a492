"""A public article with facts, beside a plain Wagtail page with the same words typed in."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.test import Client
from django.utils.html import strip_tags

from benchmarks.timing import Comparison, compare
from selaras.institutions.models import Institution
from selaras.pages.models import ArticlePage

HOST = "kota-bandung.localhost"


def comparisons() -> Iterator[Comparison]:
    home = Institution.objects.select_related("site__root_page").get(slug="kota-bandung")
    assert home.site is not None
    root = home.site.root_page
    article = next(
        page
        for page in ArticlePage.objects.child_of(root)
        if "<embed" in str(page.body.raw_data[0])
    )
    plain = ArticlePage(
        title=article.title,
        slug="tanpa-fakta",
        kicker=article.kicker,
        lead=article.lead,
        byline=article.byline,
        place=article.place,
        body=[{"type": "paragraph", "value": f"<p>{strip_tags(_body(article))}</p>"}],
    )
    root.add_child(instance=plain)
    yield compare(
        "article with official facts",
        lambda: _get(f"/{article.slug}/"),
        "the same article without facts",
        lambda: _get(f"/{plain.slug}/"),
    )
    yield compare(
        "institution home",
        lambda: _get("/"),
        "article without facts",
        lambda: _get(f"/{plain.slug}/"),
    )


def _body(article: ArticlePage) -> str:
    return " ".join(str(block["value"]) for block in article.body.raw_data)


def _get(path: str) -> HttpResponse:
    response = Client().get(path, headers={"host": HOST})
    assert response.status_code == 200
    return response
