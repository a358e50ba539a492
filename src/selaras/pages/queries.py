"""Reads of pages across a site or across the country."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from selaras.institutions.models import Institution
from selaras.pages.models import ArticlePage, BasePage, Subject


def articles(institution: Institution | None) -> QuerySet[ArticlePage]:
    """Live articles that everybody may read, newest first: of one institution, or of all."""
    found: QuerySet[ArticlePage] = ArticlePage.objects.live().public()
    found = found.select_related("picture").order_by("-dated", "-pk")
    if institution is None:
        return found
    if institution.site is None:
        return found.none()
    return found.filter(path__startswith=institution.site.root_page.path)


def articles_about(subject: Subject, institution: Institution | None) -> QuerySet[ArticlePage]:
    """Live articles about a subject."""
    return articles(institution).filter(page_subjects__subject=subject)


def with_institutions(pages: Iterable[BasePage]) -> list[BasePage]:
    """The pages, each knowing its institution; one query however many there are."""
    found = list(pages)
    roots = Q()
    for root in {page.path[: 2 * page.steplen] for page in found}:
        roots |= Q(site__root_page__path=root)
    owners = {
        owner.site.root_page.path: owner
        for owner in Institution.objects.filter(roots or Q(pk__in=[])).select_related(
            "region", "site__root_page"
        )
        if owner.site is not None
    }
    for page in found:
        owner = owners.get(page.path[: 2 * page.steplen])
        if owner is not None:
            page.institution = owner
    return found
