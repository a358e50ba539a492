"""A picture as it may be shown to the world: upright, in sRGB, and without what the camera noted.

Cameras write places, times and serial numbers into pictures; Willow copies them into what it makes.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from PIL import Image
from PIL.ImageCms import PyCMSError
from wagtail.images.models import Filter
from willow.image import ImageFile  # type: ignore[import-untyped]
from willow.plugins.pillow import PillowImage  # type: ignore[import-untyped]

PLAIN = {"RGB", "RGBA", "L", "LA"}


def cleaned(opened: PillowImage) -> Image.Image:
    upright = opened.auto_orient()
    with suppress(PyCMSError):  # a broken profile: the colours are taken as they are
        upright = upright.transform_colorspace_to_srgb()
    image: Image.Image = upright.image
    if image.mode not in PLAIN:
        seen_through = image.mode == "P" and "transparency" in image.info
        image = image.convert("RGBA" if seen_through or image.mode == "PA" else "RGB")
    image.info = {}
    return image


class CleanOriginal:
    """An opened original for `Filter.run`, which asks for its format and turns it upright first."""

    def __init__(self, original: ImageFile) -> None:
        self.format_name = original.format_name
        self._original = original

    def auto_orient(self) -> PillowImage:
        return PillowImage(cleaned(PillowImage.open(self._original)))


class CleanFilter(Filter):
    """Wagtail's filter, fed with a clean original."""

    @contextmanager
    def get_willow_image(self, image: Any, source: Any = None) -> Iterator[CleanOriginal]:
        with super().get_willow_image(image, source) as original:
            yield CleanOriginal(original)
