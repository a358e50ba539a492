"""The style sheet of one colour."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from selaras.look.colour import accents

YEAR = 31_536_000


@require_safe
def colour_sheet(request: HttpRequest, digits: str) -> HttpResponse:
    """The accents of one colour. The address names the colour, so it never changes."""
    found = accents(digits)
    rules = (
        f"--accent:light-dark({found.light},{found.dark});"
        f"--band:light-dark({found.band_light},{found.band_dark})"
    )
    sheet = (
        f"@layer tokens{{:root{{--brand:#{digits};--accent:{found.light};--band:{found.band_light}}}"
        f"@supports (color: light-dark(oklch(from red l c h), red)){{:root{{{rules}}}}}}}\n"
    )
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response
