"""Which articles stand beside an article."""

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from selaras.pages.models.subjects import PageSubject

if TYPE_CHECKING:
    from selaras.pages.models import ArticlePage

MOST = 4


def related_to(article: "ArticlePage") -> "list[ArticlePage]":
    """The editor's choice; else those of the same site: same subject first, then the newest."""
    chosen = [row.page_id for row in article.related.all()]
    model = type(article)
    if chosen:
        found = model.objects.live().public().select_related("picture").in_bulk(chosen)
        return [found[key] for key in chosen if key in found]
    subjects = [row.subject_id for row in article.page_subjects.all()]
    same = PageSubject.objects.filter(page=OuterRef("pk"), subject__in=subjects)
    beside = (
        model.objects.live()
        .public()
        .filter(path__startswith=article.path[: 2 * article.steplen])
        .exclude(pk=article.pk)
        .select_related("picture")
        .annotate(same_subject=Exists(same))
        .order_by("-same_subject", "-dated", "-pk")[:MOST]
    )
    for other in beside:
        other.institution = article.institution
    return list(beside)
