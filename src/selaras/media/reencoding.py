"""A picture is kept as we wrote it, never as it came.

What a camera noted, a second picture, a comment, or a script behind the last pixel does not
survive being decoded and written anew; what a browser would take for something else neither.
"""

import io
from threading import BoundedSemaphore
from typing import Any, BinaryIO

from PIL import Image
from willow.plugins.pillow import PillowImage  # type: ignore[import-untyped]

from selaras.media.checking.pictures import WHOLE
from selaras.media.cleaning import cleaned
from selaras.media.errors import BadPicture

# Close to what came: renditions are made from it.
OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 93, "subsampling": "4:4:4", "progressive": True},
    "PNG": {"optimize": False},
    "WEBP": {"quality": 93, "method": 3},
    "AVIF": {"quality": 85, "speed": 8},
    "GIF": {},
}
STILL_AS = {"MPO": "JPEG"}
# An opened picture takes up to 200 MB of memory: few are opened at the same time.
_opening = BoundedSemaphore(2)


def reencoded(file: BinaryIO) -> bytes:
    """The same picture upright, in sRGB, and nothing else. Raises `BadPicture`; rewinds `file`."""
    file.seek(0)
    out = io.BytesIO()
    try:
        with _opening, Image.open(file) as opened:
            name = opened.format or ""
            image = cleaned(PillowImage(opened))
            kind = STILL_AS.get(name, name)
            if kind == "JPEG":
                image = _without_transparency(image)
            image.save(out, kind, **OPTIONS[kind])
    except Exception as error:  # a decoder of hostile bytes may raise anything
        raise BadPicture("Gambar ini rusak atau tidak lengkap.", WHOLE) from error
    finally:
        file.seek(0)
    return out.getvalue()


def _without_transparency(image: Image.Image) -> Image.Image:
    return image if image.mode in {"RGB", "L"} else image.convert("RGB")
