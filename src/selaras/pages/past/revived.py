"""Pages made again from what was kept of them, unsaved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from selaras.media.models import File, Picture
from selaras.pages.models import BasePage, Publication
from selaras.pages.past.content import unpacked


def page_of(row: Publication) -> BasePage:
    """The page as it was published. What it names may be gone; see `forget_what_is_gone`."""
    model = apps.get_model(row.page_type)
    data = unpacked(row.content) | {"pk": row.page_id}
    page: BasePage = model.from_serializable_data(data, check_fks=False)
    # A parent of nothing would not be asked for its children.
    page.path, page.depth, page.numchild = row.tree_path, len(row.tree_path) // Page.steplen, 1
    page.url_path = f"/{row.institution}{row.path}"
    page.draft_title, page.live = page.title, True
    page.content_type = ContentType.objects.get_for_model(model)
    page.first_published_at = row.first_published_at
    page.last_published_at = row.last_published_at
    page.live_revision_id = row.revision  # on which source it rests is told by its version
    return page


def pages_named_by(page: BasePage) -> set[int]:
    """The keys of the pages that it links to or shows."""
    return {int(key) for model, key in _references(page) if issubclass(model, Page)}


def hidden_then(keys: set[int], moment: datetime) -> Iterator[Page]:
    """Those of these pages that stood, but were not public: a link to them has an address.

    What was public before has its last address then; what never was, has its present one.
    """
    begun = Publication.objects.filter(page_id__in=keys, public_from__lte=moment)
    last = {row.page_id: row for row in begun.select_related("content").order_by("public_from")}
    deleted = set(
        PageLogEntry.objects.filter(
            page_id__in=keys, action="wagtail.delete", timestamp__lte=moment
        ).values_list("page_id", flat=True)
    )
    for key, row in last.items():
        over = row.public_to is not None and row.public_to <= moment
        if over and row.ended != Publication.End.DELETED and key not in deleted:
            yield page_of(row)
    yield from Page.objects.filter(pk__in=keys - last.keys()).specific()


def media_gone(page: BasePage) -> list[str]:
    """Pictures and files that it shows and that are no longer stored, in words."""
    named: dict[type[models.Model], set[str]] = defaultdict(set)
    for model, key in _references(page):
        if model in (Picture, File):
            named[model].add(key)
    return [
        f"{model._meta.verbose_name} {key}"
        for model, keys in named.items()
        for key in sorted(keys - _stored(model, keys))
    ]


def forget_what_is_gone(pages: Sequence[BasePage]) -> None:
    """A page stands without the picture that was deleted since; a query for each kind of key."""
    named: dict[Any, list[BasePage]] = defaultdict(list)
    for page in pages:
        for column in page._meta.concrete_fields:
            if column.null and column.related_model in (Picture, File):
                named[column].append(page)
    for column, holders in named.items():
        keys = {getattr(page, column.attname) for page in holders} - {None}
        stored = _stored(column.related_model, {str(key) for key in keys})
        for page in holders:
            if str(getattr(page, column.attname)) not in stored:
                setattr(page, column.attname, None)


def _references(page: BasePage) -> Iterator[tuple[type[models.Model], str]]:
    for type_id, key, *_ in ReferenceIndex._extract_references_from_object(page):
        model = ContentType.objects.get_for_id(type_id).model_class()
        if model is not None:
            yield model, key


def _stored(model: type[models.Model], keys: set[str]) -> set[str]:
    return {
        str(key) for key in model._default_manager.filter(pk__in=keys).values_list("pk", flat=True)
    }
