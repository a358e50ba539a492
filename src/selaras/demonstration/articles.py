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
from selaras.demonstration.pictures import make_pictures
from selaras.demonstration.sites import make_subjects, standing_pages
from selaras.facts.queries import fact_types
from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage, BasePage, PageSubject
from selaras.pages.past.services import record_many

ARTICLES_EACH = 4
SPREAD = timedelta(days=75)


def write_sites(progress: Callable[[int], None]) -> int:
    """Fill all sites that have no page yet; returns how many articles were written."""
    institutions = list(
        Institution.objects.filter(site__root_page__numchild=0).select_related(
            "region", "site__root_page"
        )
    )
    if not institutions:
        return 0
    now = timezone.now()
    writer = Writer(now)
    standing: dict[Page, list[BasePage]] = {}
    articles: list[tuple[BasePage, list[ArticlePage]]] = []
    for institution in institutions:
        if institution.site is not None:
            pages = standing_pages(institution, now)
            standing[institution.site.root_page] = pages
            articles.append((pages[0], writer.articles_for(institution)))
        progress(1)
    add_children(standing)
    add_children(dict(articles))
    written = [article for _, rows in articles for article in rows]
    writer.name_subjects(written)
    record_many([*(page for pages in standing.values() for page in pages), *written])
    return len(written)


class Writer:
    """Writes the unsaved articles of one institution after another."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.types = {found.key: found for found in fact_types()}
        self.subjects = make_subjects()
        self.pictures = list(make_pictures().values())

    def articles_for(self, institution: Institution) -> list[ArticlePage]:
        chance = Random(f"articles:{institution.slug}")  # noqa: S311
        filling = Filling(institution, self.types)
        articles: list[ArticlePage] = []
        slugs: set[str] = set()
        for frame in _chosen(institution, chance):
            ago = timedelta(seconds=chance.randrange(3600, int(SPREAD.total_seconds())))
            dated = (self.now - ago).replace(second=0, microsecond=0)
            article = self._article(filling, frame, dated)
            if article.slug in slugs:
                article.slug = f"{article.slug}-{len(slugs)}"
            slugs.add(article.slug)
            articles.append(article)
        return articles

    def name_subjects(self, articles: list[ArticlePage]) -> None:
        """Say what each saved article is about."""
        PageSubject.objects.bulk_create(
            PageSubject(page_id=article.pk, subject=self.subjects[article.kicker])
            for article in articles
        )

    def _article(self, filling: Filling, frame: Frame, dated: datetime) -> ArticlePage:
        headline = filling.text(frame, "headline")
        slug = filling.institution.slug
        paragraph = {
            "type": "paragraph",
            "value": filling.html(frame),
            "id": str(uuid5(NAMESPACE_URL, f"{slug}/{frame.id}")),
        }
        picture = Random(f"gambar:{slug}:{frame.id}").choice(self.pictures)  # noqa: S311
        return ArticlePage(
            title=headline,
            draft_title=headline,
            slug=slugify(headline)[:90].strip("-"),
            kicker=frame.label,
            lead=filling.text(frame, "lead"),
            byline=filling.text(frame, "byline"),
            place=filling.institution.place,
            dated=dated,
            picture=picture,
            picture_caption=f"{picture.description}.",
            body=[paragraph],
            locale=Locale.get_default(),
            content_type=ContentType.objects.get_for_model(ArticlePage),
            first_published_at=self.now,
            last_published_at=self.now,
        )


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
