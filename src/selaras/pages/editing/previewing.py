"""Preview of a page as a phone, a tablet and a desktop show it, and as another region reads it."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from selaras.institutions.models import Region
from selaras.institutions.queries import institution_of_page_path

if TYPE_CHECKING:
    from wagtail.models import Page as Previewable
else:
    Previewable = object

Mode = tuple[str, str]

CODE = re.compile(r"\d\d(\.\d\d)?")
OWN = ""  # the mode that names no region: the page's own one reads
SIZES: list[dict[str, Any]] = [
    {"name": "mobile", "icon": "mobile-alt", "device_width": 360, "label": "Ponsel"},
    {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": "Tablet"},
    {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": "Desktop"},
]


def modes(own: Region | None) -> list[Mode]:
    """The own region first, then every other one under its code; one query."""
    first = f"Sebagai {own.full_name} (wilayah sendiri)" if own else "Sebagai wilayah sendiri"
    others = Region.objects.exclude(pk=own.pk if own else OWN).only("code", "name", "level")
    return [(OWN, first), *((region.pk, f"Sebagai {region.full_name}") for region in others)]


def region_of(mode: str) -> Region | None:
    """The region that a mode names; None for the page's own, and for a mode that does not exist."""
    return Region.objects.filter(pk=mode).first() if CODE.fullmatch(mode) else None


class RegionPreviews(Previewable):
    """To stand before `Page` among the bases. The page renders for `preview_region`, if it is set.

    Wagtail asks for the modes once for each of them and for each row of a list: they are read once
    for each page, and only where they are shown.
    """

    preview_region: Region | None = None
    preview_sizes: ClassVar[list[dict[str, Any]]] = SIZES
    default_preview_mode = OWN

    @cached_property
    def preview_modes(self) -> list[Mode]:
        own = institution_of_page_path(self.path, self.steplen)
        return modes(own.region if own else None)

    def is_previewable(self) -> bool:
        return True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        self.preview_region = region_of(mode_name)
        response: HttpResponseBase = super().serve_preview(request, OWN)  # type: ignore[no-untyped-call]
        return response
