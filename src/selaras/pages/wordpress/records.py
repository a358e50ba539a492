"""The ledger of imported items of one old site, held in memory while an import runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from selaras.institutions.models import Institution
from selaras.pages.models.imported import ImportedItem
from selaras.pages.wordpress.errors import NotImportable

LONGEST_KEY = 300
BATCH = 200


class Records:
    """Rows by key; what is new is only stored by `begin` and `keep`."""

    def __init__(self, institution: Institution, source: str) -> None:
        self._institution = institution
        self._source = source
        rows = ImportedItem.objects.filter(institution=institution, source=source)
        self._rows = {row.key: row for row in rows.select_related("page")}

    def get(self, key: str) -> ImportedItem | None:
        return self._rows.get(key)

    def new(self, key: str, kind: str) -> ImportedItem:
        """A row that is not stored yet."""
        return ImportedItem(institution=self._institution, source=self._source, key=key, kind=kind)

    def begin(self, rows: list[ImportedItem]) -> None:
        """Store rows of items whose page was just reserved, in the caller's transaction."""
        fresh = [row for row in rows if row.pk is None]
        with _alone():
            ImportedItem.objects.bulk_create(fresh, batch_size=BATCH)
        ImportedItem.objects.bulk_update(
            [row for row in rows if row not in fresh], ["page", "state"], batch_size=BATCH
        )
        self._rows |= {row.key: row for row in rows}

    def keep(self, row: ImportedItem) -> None:
        """Store one row in the caller's transaction."""
        with _alone():
            row.save()
        self._rows[row.key] = row


@contextmanager
def _alone() -> Iterator[None]:
    """A row that appeared meanwhile belongs to another import of the same site."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise NotImportable(
            "Impor lain dari situs yang sama sedang berjalan.", "Tunggu sampai selesai."
        ) from error
