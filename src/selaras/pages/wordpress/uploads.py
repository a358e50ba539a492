"""Where the bytes of an upload come from: a copy of the old folder, or the old site itself."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings

from selaras.pages.wordpress.errors import NotImportable
from selaras.pages.wordpress.fetching import Fetcher, Unavailable

INSIDE = ("wp-content/uploads", "uploads", ".")
MOST_SILENCES = 5


@dataclass(frozen=True, slots=True)
class Upload:
    file: BinaryIO
    size: int


class Uploads:
    """Opens uploads. Asks the old site only if there is a fetcher, and stops if it is silent."""

    def __init__(self, folder: Path | None, fetcher: Fetcher | None) -> None:
        """Raises `NotImportable` for a folder that is none."""
        self._root = _root(folder) if folder else None
        self._fetcher = fetcher
        self._silences = 0

    def lies_in_folder(self, path: str) -> bool:
        return self._in_folder(path) is not None

    @property
    def can_fetch(self) -> bool:
        return self._fetcher is not None

    @contextmanager
    def opened(self, path: str, url: str) -> Iterator[Upload]:
        """The upload with this path below the uploads folder. Raises `Unavailable`."""
        local = self._in_folder(path)
        if local is not None:
            with local.open("rb") as file:
                yield Upload(file, local.stat().st_size)
            return
        with self._fetched(url) as file:
            size = file.seek(0, 2)
            file.seek(0)
            yield Upload(file, size)

    def _in_folder(self, path: str) -> Path | None:
        """Nothing outside of the folder is read, whatever the path or a symbolic link says."""
        if self._root is None or not path or "\0" in path:
            return None
        for form in ("NFC", "NFD"):
            try:
                found = (self._root / unicodedata.normalize(form, path).lstrip("/")).resolve()
                if found.is_relative_to(self._root) and found.is_file():
                    return found
            except OSError:
                continue
        return None

    def _fetched(self, url: str) -> BinaryIO:
        if self._fetcher is None:
            raise Unavailable("Tidak ada di folder media.")
        if self._silences >= MOST_SILENCES:
            raise Unavailable("Situs lama tidak menjawab; pengambilan dihentikan.", permanent=False)
        most = max(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        try:
            file = self._fetcher.fetch(url, most=most)
        except Unavailable as error:
            self._silences = 0 if error.permanent else self._silences + 1
            raise
        self._silences = 0
        return cast("BinaryIO", file)


def _root(folder: Path) -> Path:
    if not folder.is_dir():
        raise NotImportable(
            f'Folder media "{folder}" tidak ada.', "Tunjuk salinan wp-content/uploads."
        )
    return next(found for inside in INSIDE if (found := (folder / inside).resolve()).is_dir())
