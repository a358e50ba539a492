"""The whole index, made anew beside the one that answers until then."""

from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils import timezone

from selaras.search.indexing.batching import batches
from selaras.search.indexing.documents import form
from selaras.search.indexing.writing import BATCH, make
from selaras.search.models import Band, Founder, IndexedEntry, IndexState
from selaras.search.sources import sources
from selaras.textindex.contract import Index

Progress = Callable[[int], object]


def is_outdated(index: Index) -> bool:
    """Whether it was made otherwise than documents are made now, or is not what was filled."""
    if not IndexState.objects.filter(pk=1, form=form()).exists():
        return True
    return index.snapshot().statistics().documents == 0 and IndexedEntry.objects.exists()


def fill(index: Index, progress: Progress | None = None) -> int:
    """Write everything that is public; returns how much that is. Where it fails, it begins anew.

    What changes meanwhile waits like any change, and so do those that lost their place as the
    best source to one that came later.
    """
    begun = timezone.now()
    with transaction.atomic():
        IndexState.objects.update_or_create(pk=1, defaults={"form": ""})
        for model in (Band, Founder, IndexedEntry):
            rows = model._default_manager.all()
            rows._raw_delete(rows.db)  # the order keeps references whole
    done = 0
    with index.rebuilding() as writer:
        for keys in batches(everything(), BATCH):
            made = make(keys)
            writer.put(made.documents)
            done += len(made.documents)
            if progress is not None:
                progress(len(keys))
    IndexState.objects.filter(pk=1).update(form=form(), looked_over_at=begun)
    return done


def everything() -> Iterator[str]:
    """The key of all that is public now."""
    for name, source in sources().items():
        yield from (f"{name}:{one}" for one in source.ids())
