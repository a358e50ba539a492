"""Share pictures that were drawn, kept in a folder beside the database; safe to empty."""

import logging
import os
import tempfile
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings
from PIL import Image

from selaras.media.queries import rendition_at
from selaras.pages.machines.share_picture.card import SharePicture
from selaras.pages.machines.share_picture.drawing import draw

logger = logging.getLogger(__name__)

# Drawing keeps a processor busy for a moment: a crowd of new addresses must not take all.
_drawing = BoundedSemaphore(2)


def picture_file(shared: SharePicture) -> Path:
    """The drawn picture; made now if it is not there. Each page keeps only its newest one."""
    path = _folder() / f"{shared.page.pk}-{shared.card.digest}.png"
    if not path.exists():
        with _drawing:
            content = draw(shared.card, _emblem(shared.card.emblem))
        _store(path, content)
        for older in path.parent.glob(f"{shared.page.pk}-*.png"):
            if older != path:
                older.unlink(missing_ok=True)
    return path


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "cache" / "share-pictures"


def _store(path: Path, content: bytes) -> None:
    """At once: another process sees the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)


def _emblem(path: str) -> Image.Image | None:
    """A card without an emblem is better than none."""
    if not path:
        return None
    try:
        rendition = rendition_at(path)
        if rendition is None:
            return None
        with rendition.file.open() as file, Image.open(file) as image:
            image.load()
            return image
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        logger.warning("the emblem %s cannot be drawn: %s", path, error)
        return None
