"""The frame of the site, for every template."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject

from selaras.look.languages import versions
from selaras.pages.sites import SiteFrame


def frame(request: HttpRequest) -> dict[str, Any]:
    institution = getattr(request, "institution", None)
    return {
        # The region is named by the view of a page that is about one.
        "frame": SimpleLazyObject(
            lambda: SiteFrame(institution, getattr(request, "about_region", None))
        ),
        "languages": SimpleLazyObject(lambda: versions(request.path)),
        # For pages of rooms below this one, whose templates cannot include ours.
        "machine_head": lambda: render_to_string("pages/machine_head.html", {}, request),
    }
