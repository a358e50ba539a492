"""Which pages machines are told of: those that everybody may read."""

from typing import TypeVar, cast

from django.db.models import QuerySet
from wagtail.models import Page, PageQuerySet

from selaras.institutions.models import Institution
from selaras.pages.models.base import HOME_DEPTH

P = TypeVar("P", bound=Page)


def public(pages: QuerySet[P]) -> QuerySet[P]:
    """Without those behind a password or a sign-in; one query more."""
    return cast("QuerySet[P]", cast("PageQuerySet", pages).public())


def shown(institution: Institution | None) -> QuerySet[Page]:
    """The live pages of a site, or of all."""
    return inside(public(Page.objects.live().filter(depth__gte=HOME_DEPTH)), institution)


def inside(pages: QuerySet[P], institution: Institution | None) -> QuerySet[P]:
    """Those of one site, or all for None."""
    if institution is None:
        return pages
    if institution.site is None:
        return pages.none()
    return pages.filter(path__startswith=institution.site.root_page.path)
