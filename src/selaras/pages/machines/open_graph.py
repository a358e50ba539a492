"""Open Graph and the cards of X: what a page looks like where it is passed on."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

from selaras.pages.machines.letters import plain
from selaras.pages.machines.share_picture.drawing import HEIGHT, WIDTH
from selaras.pages.machines.showing import Shown
from selaras.pages.models import ArticlePage

LOCALES = {"id": "id_ID", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Meta:
    """One `<meta>`; Open Graph names it by `property`, others by `name`."""

    attribute: str
    name: str
    content: str


def metas(shown: Shown, picture: str) -> list[Meta]:
    """`picture` is the address of the drawn picture, or nothing."""
    return [*_open_graph(shown), *_picture(shown, picture), *_dates(shown)]


def _open_graph(shown: Shown) -> list[Meta]:
    page, subject, institution = shown.page, shown.subject, shown.institution
    metas = [
        Meta("property", "og:type", "article" if isinstance(page, ArticlePage) else "website"),
        Meta("property", "og:url", shown.address),
        Meta("property", "og:site_name", institution.name if institution else "Selaras"),
        Meta("property", "og:locale", LOCALES[get_language() or settings.LANGUAGE_CODE]),
    ]
    title = subject.label if subject else ""
    words = ""
    if page is not None:
        title = page.seo_title or page.title
        words = page.search_description or str(getattr(page, "lead", ""))
    told = {"og:title": plain(title), "og:description": plain(words)}
    return metas + [Meta("property", name, text) for name, text in told.items() if text]


def _picture(shown: Shown, picture: str) -> list[Meta]:
    if shown.page is None:
        return [Meta("name", "twitter:card", "summary")]
    told = {
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "og:image:alt": plain(shown.page.title),
    }
    large = Meta("name", "twitter:card", "summary_large_image")
    return [*(Meta("property", name, text) for name, text in told.items()), large]


def _dates(shown: Shown) -> list[Meta]:
    page = shown.page
    if not isinstance(page, ArticlePage):
        return []
    local = page.institution.region.local
    changed = page.last_published_at or page.dated
    told = [
        ("article:published_time", local(page.dated).isoformat(timespec="seconds")),
        ("article:modified_time", local(changed).isoformat(timespec="seconds")),
        *(("article:section", text) for text in [plain(page.kicker_words)] if text),
        *(("article:tag", plain(row.subject.label)) for row in page.page_subjects.all()),
    ]
    return [Meta("property", name, text) for name, text in told]
