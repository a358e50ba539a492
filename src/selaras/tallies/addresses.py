"""Where a tally stands on the portal, whatever host asks, in the language that is spoken now."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html

from selaras.institutions.hosts import portal_url
from selaras.tallies.models import Tally

WIDTH, HEIGHT = 640, 420


def address(tally: Tally, page: str = "detail", **parts: object) -> str:
    """The absolute address of one of its pages: detail, version, json, csv, embed."""
    urlconf = settings.HOST_URLCONFS["portal"]
    path = reverse(f"tallies:{page}", urlconf=urlconf, kwargs={"slug": tally.slug} | parts)
    return portal_url(path)


def snippet(tally: Tally, *, width: str = "100%", height: int = HEIGHT) -> str:
    """HTML for a page elsewhere: the frame, and the script that gives it its height.

    The script's address has no digest, because it stays on pages that nobody updates.
    """
    script = urljoin(portal_url(), f"{settings.STATIC_URL}tallies/embed.js")
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" '
        'data-selaras-tally style="border:0"></iframe>'
        '<script src="{}" async></script>',
        address(tally, "embed"),
        tally.title,
        width,
        height,
        script,
    )
