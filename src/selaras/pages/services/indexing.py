"""The search index. Pages that are made in bulk fire no signal that would fill it."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from wagtail.search.backends import get_search_backend

from selaras.pages.models import BasePage

BATCH = 200


def index_pages() -> int:
    """Put every page into the search index that is not in it yet; returns how many were.

    Repeatable, and quick where nothing is missing: one query for each page type.
    """
    backend = get_search_backend()
    indexed = 0
    for model in page_types():
        missing = _without_entry(model)
        for start in range(0, len(missing), BATCH):
            pages = list(model.objects.filter(pk__in=missing[start : start + BATCH]))
            with transaction.atomic():
                backend.add_bulk(model, pages)
            indexed += len(pages)
    return indexed


def page_types() -> Iterator[type[BasePage]]:
    """Those of the rooms above included."""
    for model in apps.get_models():
        if issubclass(model, BasePage):
            yield model


def _without_entry(model: type[BasePage]) -> list[int]:
    # By name: what its module declares depends on the database, which mypy cannot follow.
    entries = apps.get_model("wagtailsearch", "IndexEntry")._default_manager.filter(
        content_type=ContentType.objects.get_for_model(model),
        object_id=Cast(OuterRef("pk"), CharField()),
    )
    pages = model.get_indexed_objects().filter(~Exists(entries))
    return list(pages.values_list("pk", flat=True))
