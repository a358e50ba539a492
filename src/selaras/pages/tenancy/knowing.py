"""Lists of pages that know their institution and what is above them: two queries, not two a row."""

from collections.abc import Iterator
from functools import partial
from typing import Any, TypeVar

from django.db.models import QuerySet
from wagtail.models import Page, PagePermissionTester
from wagtail.query import SpecificIterable

from selaras.pages.queries import with_institutions

P = TypeVar("P", bound=Page)


class Knowing(SpecificIterable):
    """Wagtail's own way to make pages specific, and what each row would else ask for itself."""

    def __iter__(self) -> Iterator[Any]:
        return iter(know(list(super().__iter__())))  # type: ignore[no-untyped-call]


def knowing(pages: QuerySet[P]) -> QuerySet[P]:
    """The same pages as their own types; each knows its institution and its parent."""
    pages = pages.specific()  # type: ignore[attr-defined]
    pages._iterable_class = Knowing
    return pages


class RowRights(PagePermissionTester):
    """Wagtail asks the database whether anything live stands below; a leaf has nothing below."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        leaf = self.page.is_leaf() and not self.page_is_root
        if not leaf or self.user.is_superuser or "change" not in self.permissions:
            return bool(super().can_delete(ignore_bulk))  # type: ignore[no-untyped-call]
        return "publish" in self.permissions or not self.page.live


def know(pages: list[Any]) -> list[Any]:
    with_institutions(pages)
    above = {page.path[: -page.steplen] for page in pages if page.depth > 1}
    parents = {page.path: page for page in Page.objects.filter(path__in=above)}
    for page in pages:
        page._cached_parent_obj = parents.get(page.path[: -page.steplen])
        page.permissions_for_user = partial(RowRights, page=page)
    return pages
