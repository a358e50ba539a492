"""What the head of a public page says to machines."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from selaras.look.languages import versions
from selaras.pages.machines import structured
from selaras.pages.machines.addresses import ATOM, JSON, RSS, feed_address, site_address
from selaras.pages.machines.feeds.formats import FORMATS
from selaras.pages.machines.open_graph import Meta, metas
from selaras.pages.machines.share_picture.card import SharePicture
from selaras.pages.machines.showing import Shown
from selaras.pages.models import ArticlePage, ContentPage

FEED_NAMES = {RSS: "RSS", ATOM: "Atom", JSON: "JSON Feed"}


@dataclass(frozen=True, slots=True)
class Link:
    """An address with a language or a media type, and a name where people choose by it."""

    url: str
    kind: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    canonical: str
    languages: list[Link]
    previous: str
    next: str
    feeds: list[Link]
    metas: list[Meta]
    data: SafeString


def head_of(shown: Shown) -> Head:
    """Reads what belongs to a page together, which the rest of its template then has at hand."""
    if isinstance(shown.page, ContentPage) and not hasattr(shown.page, "_cluster_related_objects"):
        prefetch_related_objects([shown.page], "page_subjects__subject", "corrections")
    drawn = SharePicture(shown.page, shown.profile) if shown.page else None
    picture = drawn.address if drawn else ""
    before, after = _neighbours(shown)
    return Head(
        canonical=shown.address,
        languages=_languages(shown),
        previous=before,
        next=after,
        feeds=_feeds(shown),
        metas=metas(shown, picture),
        data=structured.as_script(nodes) if (nodes := _nodes(shown, picture)) else SafeString(),
    )


def _languages(shown: Shown) -> list[Link]:
    found = [
        Link(site_address(shown.institution, quote(version.path, safe="/")), version.code)
        for version in versions(shown.request.path)
    ]
    return [
        *found,
        *(Link(one.url, "x-default") for one in found if one.kind == settings.LANGUAGE_CODE),
    ]


def _neighbours(shown: Shown) -> tuple[str, str]:
    """The addresses before and after this one in a series, or nothing."""
    if shown.page is not None and shown.part is not None:
        number, last, first = shown.part.number, len(shown.parts), shown.page.full_url
    elif shown.listed is not None:
        number, last = shown.listed.number, shown.listed.paginator.num_pages
        first = shown.address.removesuffix(f"halaman/{number}/")
    else:
        return "", ""
    before = f"{first}halaman/{number - 1}/" if number - 1 > 1 else first
    after = f"{first}halaman/{number + 1}/"
    return before if number > 1 else "", after if number < last else ""


def _feeds(shown: Shown) -> list[Link]:
    """The site's feeds, and those about the subject that is shown."""
    speaker = shown.institution.short_name if shown.institution else "Selaras"
    found = []
    for subject in dict.fromkeys((None, shown.subject)):
        about = f"{subject.label} · {speaker}" if subject else speaker
        for name, form in FEED_NAMES.items():
            kind = FORMATS[name].content_type.partition(";")[0]
            title = _("%(about)s (umpan %(format)s)") % {"about": about, "format": form}
            found.append(Link(feed_address(shown.institution, name, subject), kind, title))
    return found


def _nodes(shown: Shown, picture: str) -> list[structured.Node]:
    page, institution = shown.page, shown.institution
    if page is None or institution is None:
        return [structured.website(None, shown.search_address)] if shown.is_home else []
    if shown.is_home:
        whole = structured.whole_organization(institution, shown.profile)
        return [structured.website(institution, shown.search_address), whole]
    if isinstance(page, ArticlePage):
        said = structured.news_article(page, shown.profile, picture)
    else:
        said = structured.web_page(page)
    return [said, structured.breadcrumbs(page)]
