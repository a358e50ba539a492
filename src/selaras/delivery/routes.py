"""Which addresses are kept: pages for everybody that say the same to everybody."""

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

# By the name of the route. True: whatever stands behind the question mark changes nothing.
KEPT: dict[str, bool] = {
    "wagtail_serve": True,
    "portal:home": True,
    "portal:region": True,
    "announcements:index": False,
    "announcements:detail": True,
    "tallies:index": False,
    "tallies:detail": False,
    "pages:subject": True,
    "pages:subject_later": True,
    "pages:accessibility": True,
    "look:colour": True,
}


def kept_route(path: str, kind: str) -> str | None:
    """The name of the route, if pages of it are kept. `path` is text; `kind` that of the host."""
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    try:
        with translation.override(language):
            name = resolve(path, settings.HOST_URLCONFS[kind]).view_name
    except (Resolver404, KeyError):
        return None
    return name if name in KEPT else None
