"""Where a picture may stand on a page, and in which sizes and formats it is made for that place.

Few and fixed, so that a visitor cannot make the server produce arbitrary sizes.
"""

from dataclasses import dataclass

AVIF, WEBP, JPEG, PNG = "avif", "webp", "jpeg", "png"
TYPES = {AVIF: "image/avif", WEBP: "image/webp", JPEG: "image/jpeg", PNG: "image/png"}
SUFFIXES = {AVIF: ".avif", WEBP: ".webp", JPEG: ".jpg", PNG: ".png"}
MODERN = (AVIF, WEBP)


@dataclass(frozen=True, slots=True)
class Preset:
    """`widths` in pixels, ascending; `ratio` (width, height) crops, None keeps the proportions.

    `sizes` is the HTML attribute: how wide the picture stands in which window. `eager` pictures
    stand in the first view; the `first` one is fetched before everything else.
    """

    widths: tuple[int, ...]
    sizes: str
    ratio: tuple[int, int] | None = None
    eager: bool = False
    first: bool = False

    def height(self, width: int) -> int | None:
        return width * self.ratio[1] // self.ratio[0] if self.ratio else None

    def operation(self, width: int) -> str:
        """Wagtail's filter for one width; it never enlarges."""
        return f"fill-{width}x{self.height(width)}" if self.ratio else f"width-{width}"


PRESETS = {
    "hero": Preset((480, 800, 1200, 1600), "(min-width: 72rem) 70rem, 100vw", first=True),
    "content": Preset((480, 800, 1200), "(min-width: 44rem) 41rem, 100vw"),
    "thumb": Preset((240, 480), "(min-width: 44rem) 15rem, 40vw", ratio=(3, 2)),
    "gallery": Preset((480, 800), "(min-width: 44rem) 20rem, 80vw", ratio=(4, 3)),
    "emblem": Preset((96, 192), "4rem", eager=True),
    "share": Preset((1200,), "100vw", ratio=(1200, 630)),
}
