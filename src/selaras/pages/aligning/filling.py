"""Everything that is published, read for the first time or with other words than before."""

from collections.abc import Iterator, Sequence

from django.db.models import Q

from selaras.alignment.models import CheckedText
from selaras.alignment.queries.lexicon import words
from selaras.alignment.sources import Progress, Source, register_source
from selaras.pages.aligning.keeping import SOURCE, keep_pages, text_types

BATCH = 200


def read_all(progress: Progress) -> int:
    """Keep every page that is public or has a newer draft; returns how many there are.

    Each batch is kept for itself, so that it can be stopped and started again; a page that is
    kept in its version is not even loaded, unless it was made without a version.
    """
    waiting, total = _waiting()
    progress(total - len(waiting), total)
    for start in range(0, len(waiting), BATCH):
        batch = waiting[start : start + BATCH]
        keep_pages(batch)
        progress(len(batch), total)
    return total


def read_again(ids: Sequence[str]) -> None:
    keep_pages(int(one) for one in ids)


def _waiting() -> tuple[list[int], int]:
    """The pages that have to be looked at, and how many there are in all."""
    digest, total = words().digest, 0
    rows = CheckedText.objects.filter(source=SOURCE, lexicon=digest)
    kept = set(rows.values_list("source_id", "state", "version"))
    waiting = []
    for key, versions in _versions():
        total += 1
        if not {(str(key), state, str(version)) for state, version in versions} <= kept:
            waiting.append(key)
    return waiting, total


def _versions() -> Iterator[tuple[int, set[tuple[str, int | None]]]]:
    """Each page with the versions of it that are to be kept, by state."""
    state = CheckedText.State
    for model in text_types():
        found = model.objects.filter(Q(live=True) | Q(has_unpublished_changes=True))
        rows = found.order_by("pk").values_list(
            "pk", "live", "live_revision_id", "has_unpublished_changes", "latest_revision_id"
        )
        for key, live, public, drafted, newest in rows.iterator(chunk_size=2000):
            versions = {(str(state.PUBLISHED), public)} if live else set()
            if drafted and newest is not None:
                versions.add((str(state.DRAFT), newest))
            yield key, versions


register_source(Source(SOURCE, "Halaman", read_all, read_again))
