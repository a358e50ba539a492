"""A picture in AVIF, WebP and a plain format, in several widths, without a query.

`{% photo picture "content" %}`, or by include, which is the same:
`{% include "media/picture.html" with picture=page.picture preset="hero" %}`.
"""

from typing import Any

from django import template

from selaras.media.addresses import sources
from selaras.media.models import Picture
from selaras.media.presets import PRESETS

register = template.Library()


@register.inclusion_tag("media/photo.html")
def photo(
    picture: Picture | None, place: str, alt: str = "", decorative: bool | str = ""
) -> dict[str, Any]:
    """A `<picture>` for a place of `presets.PRESETS`; nothing where there is no picture.

    `alt` and `decorative` say what holds here; empty, the picture's own hold.
    """
    if not picture:
        return {}
    preset = PRESETS[place]
    *modern, plain = sources(picture, preset)
    width, height = shown_size(picture, place)
    return {
        "modern": modern,
        "plain": plain,
        "sizes": preset.sizes,
        "width": str(width),
        "height": str(height),
        "alt": alternative(picture, alt, decorative),
        "eager": preset.eager,
        "first": preset.first,
    }


def alternative(picture: Picture, alt: str, decorative: bool | str) -> str:
    """Empty for decoration; otherwise what was said here, in the block, or in the library."""
    if picture.decorative if decorative == "" else decorative:
        return ""
    return alt or picture.contextual_alt_text or picture.description


def shown_size(picture: Picture, place: str) -> tuple[int, int]:
    """The widest size in pixels; the page keeps that room before the picture is there."""
    preset = PRESETS[place]
    width = min(preset.widths[-1], picture.width)
    height = preset.height(width)
    return width, height or max(1, round(picture.height * width / picture.width))
