"""The content of a page as it is kept: everything that readers see of it, and nothing else."""

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import get_all_child_relations, get_serializable_data_for_fields
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME

from selaras.pages.models import BasePage, PublishedContent

# Where it stands, what its publication says already, and what only editors see.
LEFT_OUT = frozenset({
    "pk", "path", "depth", "numchild", "url_path", "live", "has_unpublished_changes",
    "draft_title", "first_published_at", "last_published_at", "latest_revision_created_at",
    "latest_revision", "live_revision", "go_live_at", "expire_at", "expired", "locked",
    "locked_at", "locked_by", "owner", "alias_of", "withdrawn_at", "withdrawal_reason",
    "content_type", COMMENTS_RELATION_NAME,
})  # fmt: skip


def content_of(page: BasePage) -> PublishedContent:
    """What this page holds in memory, unsaved."""
    return _packed(type(page), page.serializable_data())


def contents_of(pages: Sequence[BasePage]) -> list[PublishedContent]:
    """The stored content of pages of one type, in order; a query for each kind of child rows."""
    data = [get_serializable_data_for_fields(page) for page in pages]
    keys = [page.pk for page in pages]
    for relation in get_all_child_relations(type(pages[0])):
        name, parent = relation.get_accessor_name(), relation.field.attname
        if name in LEFT_OUT:
            continue
        rows: dict[int, list[Any]] = defaultdict(list)
        for row in relation.related_model.objects.filter(**{f"{parent}__in": keys}):
            rows[getattr(row, parent)].append(get_serializable_data_for_fields(row))
        for page, known in zip(pages, data, strict=True):
            known[name] = rows[page.pk]
    return [_packed(type(pages[0]), known) for known in data]


def unpacked(content: PublishedContent) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(zlib.decompress(bytes(content.packed)))
    return data


def keep(contents: Iterable[PublishedContent]) -> None:
    """Store what is not stored yet; one query."""
    once = {content.digest: content for content in contents}
    PublishedContent.objects.bulk_create(once.values(), batch_size=500, ignore_conflicts=True)


def _packed(model: type[BasePage], data: dict[str, Any]) -> PublishedContent:
    kept = {name: value for name, value in data.items() if name not in LEFT_OUT}
    for column in model._meta.concrete_fields:
        if isinstance(column, StreamField):
            # A database may keep the same JSON with its keys in another order.
            kept[column.name] = _canonical(json.loads(kept[column.name]))
    text = _canonical(kept).encode()
    digest = hashlib.sha256(text).hexdigest()
    return PublishedContent(digest=digest, packed=zlib.compress(text))


def _canonical(data: Any) -> str:
    return json.dumps(data, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
