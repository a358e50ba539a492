"""Pages for tests, written the way an editor writes them."""

from typing import Any, TypeVar

from selaras.institutions.models import Institution
from selaras.pages.clearance import without_review
from selaras.pages.models import ArticlePage, BasePage, SectionPage

P = TypeVar("P", bound=BasePage)
BANDUNG = "kota-bandung"
HOST = "kota-bandung.localhost"


def home_of(slug: str = BANDUNG) -> BasePage:
    """The home page of an institution, as its own type."""
    site = Institution.objects.select_related("site__root_page").get(slug=slug).site
    assert site is not None
    home: BasePage = site.root_page.specific
    return home


def publish_again(page: BasePage) -> None:
    """The page as it is now, as the application itself publishes: without review."""
    with without_review("uji"):
        page.save_revision().publish()


def publish(parent: BasePage, page: P) -> P:
    parent.add_child(instance=page)
    publish_again(page)
    page.refresh_from_db()
    return page


def article(slug: str, parent: BasePage | None = None, **fields: Any) -> ArticlePage:
    """A published article; below the home page of Bandung unless told otherwise."""
    given: dict[str, Any] = {
        "title": f"Artikel {slug}",
        "lead": "Teras.",
        "byline": "Tim Redaksi",
        "place": "Bandung",
        "body": [{"type": "paragraph", "value": "<p>Isi.</p>"}],
    }
    return publish(parent or home_of(), ArticlePage(slug=slug, **{**given, **fields}))


def section(slug: str = "berita") -> SectionPage:
    return publish(home_of(), SectionPage(title=slug.capitalize(), slug=slug, lead="Pembuka."))
