"""Addresses of renditions, computed without asking the database: they need not exist yet.

What is not made yet is made when it is first fetched (`views.picture`), in the one size and format
that the visitor's browser chose. So a page costs no query and no waiting for its pictures.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.core.files.storage import default_storage
from wagtail.images.models import Filter

from selaras.media.models import Picture, rendition_path
from selaras.media.presets import JPEG, MODERN, PNG, PRESETS, SUFFIXES, TYPES, Preset


@dataclass(frozen=True, slots=True)
class Source:
    """One format in all its widths, as a `srcset`, and the widest one as `src`."""

    type: str
    srcset: str
    src: str


def widths_of(picture: Picture, preset: Preset) -> list[int]:
    """The preset's widths up to the first that the picture does not fill."""
    narrower = [width for width in preset.widths if width < picture.width]
    return list(preset.widths[: len(narrower) + 1])


def plain_format(picture: Picture) -> str:
    """What browsers without AVIF and WebP get; PNG keeps what is seen through."""
    return PNG if (picture.file.name or "").lower().endswith(".png") else JPEG


def sources(picture: Picture, preset: Preset) -> list[Source]:
    """Best format first; the last one is for `<img>`."""
    return [_source(picture, preset, name) for name in (*MODERN, plain_format(picture))]


def picture_address(picture: Picture, place: str, *, image_format: str = "") -> str:
    """The path of the widest rendition for a place, by default in a format that everyone reads."""
    preset = PRESETS[place]
    width = widths_of(picture, preset)[-1]
    return _address(picture, spec_of(preset, width, image_format or plain_format(picture)))


def spec_of(preset: Preset, width: int, image_format: str) -> str:
    return f"{preset.operation(width)}|format-{image_format}"


def specs_by_path(picture: Picture) -> Iterator[tuple[str, str]]:
    """Every rendition that may be made of a picture: its path in the storage, and its filter."""
    for preset in PRESETS.values():
        for width in widths_of(picture, preset):
            for image_format in (*MODERN, plain_format(picture)):
                spec = spec_of(preset, width, image_format)
                yield path_of(picture, spec), spec


def path_of(picture: Picture, spec: str) -> str:
    image_format = spec.rpartition("-")[2]
    return rendition_path(
        picture, spec, _filter(spec).get_cache_key(picture), SUFFIXES[image_format]
    )


def _source(picture: Picture, preset: Preset, image_format: str) -> Source:
    urls = [
        (_address(picture, spec_of(preset, width, image_format)), min(width, picture.width))
        for width in widths_of(picture, preset)
    ]
    srcset = ", ".join(f"{url} {width}w" for url, width in urls)
    return Source(TYPES[image_format], srcset, urls[-1][0])


def _address(picture: Picture, spec: str) -> str:
    return str(default_storage.url(path_of(picture, spec)))


@cache
def _filter(spec: str) -> Filter:
    """The filters of the presets are few; parsing one costs more than all the rest."""
    return Filter(spec)
