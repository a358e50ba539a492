"""Articles for every institution, the same each time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from uuid import NAMESPACE_URL, uuid5

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale, Page

from selaras.demonstration.frames import Filling, Frame, centre_frame, frames
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage

ARTICLES_EACH = 4
SPREAD = timedelta(days=75)


def write_articles(progress: Callable[[int], None]) -> int:
    """Write the articles of all sites that have none yet; returns how many were written."""
    types = {found.key: found for found in fact_types()}
    institutions = Institution.objects.filter(site__root_page__numchild=0).select_related(
        "region", "site__root_page"
    )
    now = timezone.now()
    children: dict[Page, list[ArticlePage]] = {}
    for institution in institutions:
        if institution.site is not None:
            children[institution.site.root_page] = articles_for(institution, types, now)
        progress(1)
    add_children(children)
    return sum(len(articles) for articles in children.values())


def articles_for(
    institution: Institution, types: dict[str, FactType], now: datetime
) -> list[ArticlePage]:
    """The unsaved articles of one institution."""
    chance = Random(f"articles:{institution.slug}")  # noqa: S311
    filling = Filling(institution, types)
    articles = []
    slugs: set[str] = set()
    for frame in _chosen(institution, chance):
        dated = now - timedelta(seconds=chance.randrange(3600, int(SPREAD.total_seconds())))
        article = _article(filling, frame, dated.replace(second=0, microsecond=0), now)
        if article.slug in slugs:
            article.slug = f"{article.slug}-{len(slugs)}"
        slugs.add(article.slug)
        articles.append(article)
    return articles


def _chosen(institution: Institution, chance: Random) -> list[Frame]:
    """One living text, one of the archive where it applies, and others on different subjects."""
    fitting = [frame for frame in frames() if frame.fits(institution)]
    living = [frame for frame in fitting if frame.living]
    archive = [frame for frame in fitting if frame.java_bali_only]
    chosen = [chance.choice(living)] if living else []
    chosen += [chance.choice(archive)] if archive else []
    rest = [frame for frame in fitting if not frame.java_bali_only]
    chance.shuffle(rest)
    for frame in rest:
        if len(chosen) >= ARTICLES_EACH + bool(archive):
            break
        if frame.label not in {earlier.label for earlier in chosen}:
            chosen.append(frame)
    if institution.slug == "komdigi":
        chosen.append(centre_frame())
    return chosen


def _article(filling: Filling, frame: Frame, dated: datetime, now: datetime) -> ArticlePage:
    headline = filling.text(frame, "headline")
    paragraph = {
        "type": "paragraph",
        "value": filling.html(frame),
        "id": str(uuid5(NAMESPACE_URL, f"{filling.institution.slug}/{frame.id}")),
    }
    return ArticlePage(
        title=headline,
        draft_title=headline,
        slug=slugify(headline)[:90].strip("-"),
        subject=frame.label,
        lead=filling.text(frame, "lead"),
        byline=filling.text(frame, "byline"),
        place=filling.institution.place,
        dated=dated,
        body=[paragraph],
        locale=Locale.get_default(),
        content_type=ContentType.objects.get_for_model(ArticlePage),
        first_published_at=now,
        last_published_at=now,
    )
