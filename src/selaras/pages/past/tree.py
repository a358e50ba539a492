"""The pages as the public could read them at a moment, as shadows of the tables of today.

A publication that is still open and began before shows what the page's own row says: that row is
read. What has ended since is made from its publication, into temporary tables beside it.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page

from selaras.pages.models import BasePage, Publication
from selaras.pages.past.addresses import ROOT
from selaras.pages.past.revived import (
    forget_what_is_gone,
    hidden_then,
    page_of,
    pages_named_by,
)
from selaras.pages.past.shadows import (
    columns_of,
    insert,
    literal,
    quoted,
    real,
    select_of,
    shadowed,
    table,
    temporary,
)
from selaras.pages.services.indexing import page_types

# Keys for rows that had none yet when they were kept; no row of ours gets that far.
UNNUMBERED = 2**52
ASIDE = 250


class PastPages:
    """The rows that have to be made, by the model of their table."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[models.Model]] = {}

    def add(self, row: models.Model) -> None:
        for model in [type(row), *type(row)._meta.get_parent_list()]:
            self.rows.setdefault(model, []).append(row)

    def unnumbered(self, model: type[models.Model]) -> int:
        return UNNUMBERED + len(self.rows.get(model, []))


def public_at(moment: datetime) -> Q:
    """The condition that a publication holds at that moment."""
    return Q(public_from__lte=moment) & (Q(public_to=None) | Q(public_to__gt=moment))


@contextmanager
def pages_at(moment: datetime, asked: Publication) -> Iterator[None]:
    """Inside this block this connection reads the pages of that moment.

    Of other institutions it knows what has not changed since, and what the page asked for names.
    """
    past = _made(moment, asked)
    views = {}
    with ExitStack() as stack:
        for model in _shadowed_models():
            if issubclass(model, BasePage) and model not in past.rows:
                continue  # nothing of this type has changed
            name = f"past_{table(model)}"
            stack.enter_context(temporary("TABLE", name, f"{select_of(model)} LIMIT 0"))
            insert(name, model, past.rows.get(model, []))
            views[table(model)] = _view(model, name, moment)
        stack.enter_context(shadowed(views))
        yield


def _made(moment: datetime, asked: Publication) -> PastPages:
    named = pages_named_by(page_of(asked))
    ended = Publication.objects.filter(public_at(moment), public_to__isnull=False)
    wanted = Q(institution=asked.institution) | Q(page_id__in=named)
    past = PastPages()
    pages = [page_of(row) for row in ended.filter(wanted).select_related("content")]
    forget_what_is_gone(pages)
    aside = list(hidden_then(named - {page.pk for page in pages}, moment))
    _forget_pages_gone(pages, moment, {page.pk for page in aside})
    for page in pages:
        past.add(page)
        _add_children(page, past)
    made = {page.pk for page in pages}
    for above in _never_public_above(moment, asked.institution, made):
        past.add(above)
        made.add(above.pk)
    for number, hidden in enumerate(page for page in aside if page.pk not in made):
        _put_aside(hidden, number)
        past.add(hidden)
    return past


def _forget_pages_gone(pages: Sequence[BasePage], moment: datetime, aside: set[int]) -> None:
    """A page that was said to follow this one, and stood no more itself."""
    following = [page.superseded_by_id for page in pages if page.superseded_by_id is not None]
    public = Publication.objects.filter(public_at(moment), page_id__in=following)
    standing = aside | set(public.values_list("page_id", flat=True))
    for page in pages:
        if page.superseded_by_id not in standing:
            page.superseded_by_id = None


def _put_aside(page: Page, number: int) -> None:
    """A page that is only linked to stands on its site, and in no list or way through it."""
    page.path = f"{page.path[:ROOT]}Z{number:03d}"
    page.depth, page.live = ASIDE, False


def _add_children(page: BasePage, past: PastPages) -> None:
    for relation in _relations(type(page)):
        for child in getattr(page, relation.get_accessor_name()).all():
            if child.pk is None:
                child.pk = past.unnumbered(type(child))
            setattr(child, relation.field.attname, page.pk)
            past.add(child)


def _never_public_above(moment: datetime, institution: str, made: set[int]) -> list[Page]:
    """Parents that were not public themselves, as they are now: they lead to their children."""
    public = Publication.objects.filter(public_at(moment), institution=institution)
    paths = dict(public.values_list("tree_path", "page_id"))
    above = {
        path[:end] for path in paths for end in range(ROOT, len(path), Page.steplen)
    } - paths.keys()
    others = Page.objects.filter(path__in=above).exclude(pk__in=made | set(paths.values()))
    hidden = list(others.specific())
    for page in hidden:
        page.live = False
    return hidden


def _shadowed_models() -> list[type[models.Model]]:
    types = list(page_types())
    children = [relation.related_model for model in types for relation in _relations(model)]
    return list(dict.fromkeys([Page, *types, *children]))


def _relations(model: type[models.Model]) -> list[Any]:
    return [
        relation
        for relation in get_all_child_relations(model)
        if relation.get_accessor_name() != COMMENTS_RELATION_NAME
    ]


def _view(model: type[models.Model], made: str, moment: datetime) -> str:
    columns = ", ".join(map(quoted, columns_of(model)))
    taken = f"SELECT {columns} FROM {quoted(made)}"  # noqa: S608
    if model is Page:
        # Whether a page had any below it is asked of the tree, not of the count of today.
        still = select_of(Page, {"numchild": "1"})
        begun = (
            f"SELECT 1 FROM {real(table(Publication))} p WHERE p.page_id = "  # noqa: S608
            f"{real(table(Page))}.id AND p.public_to IS NULL AND p.public_from <= {literal(moment)}"
        )
        return f"{still} WHERE depth = 1 OR EXISTS ({begun}) UNION ALL {taken}"
    key = _page_key(model)
    gone = f"SELECT id FROM {quoted(f'past_{table(Page)}')}"  # noqa: S608
    return f"{select_of(model)} WHERE {quoted(key)} NOT IN ({gone}) UNION ALL {taken}"


def _page_key(model: type[models.Model]) -> str:
    """The column that says of which page a row is."""
    if issubclass(model, Page):
        return str(model._meta.pk.column)
    keys = [
        relation.field.column
        for kind in page_types()
        for relation in _relations(kind)
        if relation.related_model is model
    ]
    return str(keys[0])
