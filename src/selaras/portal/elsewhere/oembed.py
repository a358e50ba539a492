"""What this room offers to oEmbed: a fact, an announcement, and the announcements of a region."""

import re
from collections.abc import Collection

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from selaras.announcements.heads import tells_head
from selaras.announcements.models import Announcement
from selaras.announcements.queries import announcements
from selaras.facts.models import FactType
from selaras.facts.queries import fact_types
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.portal.elsewhere.addresses import address
from selaras.portal.elsewhere.finding import NotThere, fact_type_of, region_of
from selaras.portal.elsewhere.framing import Framed, of_announcement, of_announcements, of_fact
from selaras.portal.facts import anchor_of
from selaras.tallies.oembed import Frame, oembed_address, provides

_LINK = '<link rel="alternate" type="application/json+oembed" href="{}" title="{}">'
_FACT = re.compile(r"/sematan/fakta/([^/]+)/([^/]+)/")
_REGION = re.compile(r"/(?:wilayah|sematan/pengumuman)/([^/]+)/")
_ANNOUNCEMENT = re.compile(r"/(?:sematan/pengumuman/isi|pengumuman)/([-a-zA-Z0-9_]+)/")
_HOME, _ANNOUNCEMENTS = "/", "/pengumuman/"


def discovery(page: str, title: str) -> SafeString:
    """The element in the head of a page that websites elsewhere find it by."""
    return format_html(_LINK, oembed_address(page), title)


@tells_head("oembed")
def announcement_head(announcement: Announcement | None, regions: Collection[Region]) -> SafeString:
    if announcement is None:
        return discovery(address("announcements:index"), _("Pengumuman"))
    return discovery(address("announcements:detail", announcement.slug), announcement.title)


@provides
def frame_of_a_page(path: str, fragment: str) -> Frame | None:
    try:
        found = _framed(path, fragment)
    except NotThere:
        return None
    if found is None:
        return None
    return Frame(
        title=found.title,
        author_name=found.author,
        html=lambda width, height: found.code(str(width), height),
        height=found.height,
    )


def _framed(path: str, fragment: str) -> Framed | None:
    """A page of a region is one of its facts where the fragment names it, else what is announced
    there. Raises `NotThere`."""
    if match := _FACT.fullmatch(path):
        return of_fact(fact_type_of(match[1]), region_of(match[2]))
    if match := _ANNOUNCEMENT.fullmatch(path):
        announcement = announcements().filter(slug=match[1]).first()
        return of_announcement(announcement) if announcement else None
    match = _REGION.fullmatch(path)
    if match is None and path not in {_HOME, _ANNOUNCEMENTS}:
        return None
    region = region_of(match[1] if match else NATIONAL)
    if fact_type := _named(fragment):
        return of_fact(fact_type, region)
    return None if path == _HOME else of_announcements(region)


def _named(fragment: str) -> FactType | None:
    """The type whose place on a page is named so."""
    if not fragment.startswith("fakta-"):
        return None
    return next((one for one in fact_types() if anchor_of(one) == fragment), None)
