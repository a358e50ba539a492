"""Writes of the record, in the transaction that changes what the public sees."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Page

from selaras.common.clock import write_time
from selaras.institutions.changing import site_key
from selaras.institutions.models import Institution
from selaras.ledger.services import advance_epoch
from selaras.pages.models import BasePage, Publication, PublishedContent
from selaras.pages.past.addresses import Place, owners_of, path_inside, places, root_of
from selaras.pages.past.content import content_of, contents_of, keep
from selaras.pages.services.indexing import page_types

End = Publication.End
BATCH = 500


def publication_begins(page: BasePage, *, revision: int | None) -> None:
    """The page is public with what it holds now; what it showed until now ends. Four queries.

    Where nothing changed for the public, nothing is written.
    """
    new = _publication(page, page.institution, content_of(page), revision)
    with transaction.atomic():
        old = _open().filter(page_id=page.pk).first()
        if old is not None:
            if _same(old, new):
                return
            new.public_from = max(new.public_from, old.public_from)
            moved = (old.institution, old.path) != (new.institution, new.path)
            _end([old.pk], End.MOVED if moved else End.REPLACED, new.public_from)
        keep([new.content])
        new.save(force_insert=True)
        _tell({new.institution})


def publication_ends(page_id: int, end: Publication.End) -> None:
    """The page is public no more; a page that was not, stays as it was."""
    rows = _open().filter(page_id=page_id)
    sites = set(rows.values_list("institution", flat=True))
    if sites:
        _end_all(rows, end)
        _tell(sites)


def record_many(pages: Iterable[BasePage]) -> None:
    """Begin publications of pages that were written in bulk; a fixed number of queries a batch.

    To be called when the rows that belong to the pages are written. What is not live, or has
    begun already, is left out.
    """
    _begin_many([page for page in pages if page.live], reconstructed=False)


def follow_addresses(tree_path: str, *, leaving_out: int | None = None) -> None:
    """Pages moved on the site of this tree path, or to it, or a slug above them changed.

    Their content stays the same. One page may be left out: its own publication follows.
    """
    root = root_of(tree_path)
    now_at = places([root])
    slugs = {place.institution.slug for place in now_at.values()}
    inside = Page.objects.filter(path__startswith=root)
    held = _open().filter(Q(institution__in=slugs) | Q(page_id__in=inside.values("pk")))
    if leaving_out is not None:
        held = held.exclude(page_id=leaving_out)
    _replace(held, now_at)


def follow_slug(page: BasePage) -> None:
    """Where the page's slug was changed, what is public below it has another address."""
    address = path_inside(page.url_path)
    below = _open().filter(tree_path__startswith=page.path).exclude(page_id=page.pk)
    if below.exclude(path__startswith=address).exists():
        follow_addresses(page.path, leaving_out=page.pk)


def record_past() -> int:
    """Bring the record in step with the live pages; returns how many publications it lacked.

    For pages that existed before the record did, and for whatever wrote past it. Their period
    begins when the page was last published, and is marked as reconstructed.
    """
    _end_all(_open().filter(~Exists(_page_of_row())), End.DELETED)
    _end_all(_open().filter(~Exists(_page_of_row().live())), End.UNPUBLISHED)
    elsewhere = dict(_elsewhere())
    now_at = places({root_of(path) for path in elsewhere.values()})
    _replace(_open().filter(page_id__in=elsewhere), now_at)
    return sum(_record_type(model) for model in page_types())


def _record_type(model: type[BasePage]) -> int:
    begun = Exists(Publication.objects.filter(page_id=OuterRef("pk"), public_to=None))
    lacking = list(model.objects.live().filter(~begun).values_list("pk", flat=True))
    for start in range(0, len(lacking), BATCH):
        batch = model.objects.filter(pk__in=lacking[start : start + BATCH])
        _begin_many(list(batch), reconstructed=True)
    return len(lacking)


def _begin_many(pages: Sequence[BasePage], *, reconstructed: bool) -> None:
    of_type: dict[type[BasePage], list[BasePage]] = defaultdict(list)
    for page in pages:
        of_type[type(page)].append(page)
    owners = owners_of(page.path for page in pages)
    with transaction.atomic():
        for same in of_type.values():
            for start in range(0, len(same), BATCH):
                _begin_batch(same[start : start + BATCH], owners, reconstructed)


def _begin_batch(
    pages: Sequence[BasePage], owners: dict[str, Institution], reconstructed: bool
) -> None:
    rows = []
    for page, content in zip(pages, contents_of(pages), strict=True):
        owner = owners.get(root_of(page.path))
        if owner is None:
            continue
        row = _publication(page, owner, content, page.live_revision_id)
        if reconstructed:
            row.reconstructed = True
            row.public_from = min(page.last_published_at or row.public_from, row.public_from)
        rows.append(row)
    keep(row.content for row in rows)
    Publication.objects.bulk_create(rows, ignore_conflicts=True)
    _tell({row.institution for row in rows})


def _publication(
    page: BasePage, owner: Institution, content: PublishedContent, revision: int | None
) -> Publication:
    return Publication(
        page_id=page.pk,
        page_type=page._meta.label_lower,
        institution=owner.slug,
        host=owner.host,
        path=path_inside(page.url_path),
        tree_path=page.path,
        title=page.title,
        revision=revision,
        content=content,
        first_published_at=page.first_published_at,
        last_published_at=page.last_published_at,
        public_from=write_time(),
    )


def _replace(rows: Iterable[Publication], now_at: dict[int, Place]) -> None:
    """The same content, for those that have another address or another place in the tree."""
    now = write_time()
    ends: dict[tuple[Publication.End, datetime], list[int]] = defaultdict(list)
    new, sites = [], set()
    for row in rows:
        place = now_at.get(row.page_id)
        if place is None or place.is_of(row):
            continue
        end = End.REPLACED if row.path == place.path else End.MOVED
        begins = max(now, row.public_from)
        ends[end, begins].append(row.pk)
        sites |= {row.institution, place.institution.slug}
        row.pk, row.public_from = None, begins
        row.institution, row.host = place.institution.slug, place.institution.host
        row.path, row.tree_path = place.path, place.tree_path
        new.append(row)
    with transaction.atomic():
        for (end, begins), keys in ends.items():
            _end(keys, end, begins)
        Publication.objects.bulk_create(new, batch_size=BATCH)
        _tell(sites)


def _tell(sites: Collection[str]) -> None:
    if sites:
        advance_epoch(*map(site_key, sites))


def _same(old: Publication, new: Publication) -> bool:
    names = (
        "page_type", "institution", "path", "tree_path", "title", "content_id",
        "first_published_at", "last_published_at",
    )  # fmt: skip
    return all(getattr(old, name) == getattr(new, name) for name in names)


def _open() -> QuerySet[Publication]:
    return Publication.objects.filter(public_to=None)


def _end(keys: Sequence[int], end: Publication.End, at: datetime) -> None:
    for start in range(0, len(keys), BATCH):
        batch = _open().filter(pk__in=keys[start : start + BATCH])
        batch.update(public_to=at, ended=end)


def _end_all(rows: QuerySet[Publication], end: Publication.End) -> None:
    """A clock that was set back closes a period at its beginning, never before."""
    now = timezone.now()
    rows.filter(public_from__gt=now).update(public_to=F("public_from"), ended=end)
    rows.update(public_to=now, ended=end)


def _page_of_row() -> Any:
    return Page.objects.filter(pk=OuterRef("page_id"))


def _elsewhere() -> QuerySet[Publication, tuple[int, str]]:
    """Pages with the tree path that they have now and their publication has not."""
    now_at = Subquery(_page_of_row().values("path"))
    moved = _open().annotate(now_at=now_at).exclude(tree_path=F("now_at"))
    return moved.values_list("page_id", "now_at")
