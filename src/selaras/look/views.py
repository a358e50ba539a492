"""The style sheet of one colour."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from selaras.look.colour import accents

DAY = 86_400
# As in `tokens.css`: without it there is the light mode only.
BOTH_MODES = "@supports (color: light-dark(oklch(from red l c h), red))"


@require_safe
def colour_sheet(request: HttpRequest, digits: str) -> HttpResponse:
    """The accents of one colour. Kept for a day: an upgrade may compute them differently."""
    found = accents(digits)
    pairs = {
        "accent": (found.light, found.dark),
        "accent-soft": (found.soft_light, found.soft_dark),
        "band": (found.band_light, found.band_dark),
    }
    plain = "".join(f"--{name}:{light};" for name, (light, _) in pairs.items())
    both = "".join(f"--{name}:light-dark({light},{dark});" for name, (light, dark) in pairs.items())
    sheet = f"@layer tokens{{:root{{--brand:#{digits};{plain}}}{BOTH_MODES}{{:root{{{both}}}}}}}\n"
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=DAY)
    return response
