"""What was announced: newest first, and each one."""

from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from selaras.announcements.changes import changes_of
from selaras.announcements.models import Announcement
from selaras.announcements.queries import announcements, announcements_for, public
from selaras.announcements.queries import whole as with_texts
from selaras.announcements.standing import marked, standing_of
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.portal.api.announcements import listed, places, whole
from selaras.portal.api.answers import GEOJSON, machine, told
from selaras.portal.api.cursors import cursor, not_ours, place_in
from selaras.portal.api.errors import NothingThere
from selaras.portal.api.parameters import (
    Given,
    given,
    limit_of,
    moment_of,
    one_of,
    optional_region_of,
    topic_of,
)

LIST = "announcements"
IDENTIFIER = "[0-9a-f]{32}"
FORMATS = ("json", "geojson")


@machine
def all_announcements(request: HttpRequest) -> HttpResponseBase:
    """Of a region those that set a fact for it, or above it where that is inherited, or name it."""
    asked = given(request, "region", "topic", "since", "cursor", "limit")
    most = limit_of(asked, usual=20, most=100)
    found = _after(marked(_chosen(asked)).order_by("-published_at", "-pk"), asked)
    rows = list(found[: most + 1])
    left = cursor(LIST, rows[most - 1].pk.hex) if len(rows) > most else None
    return told(
        request,
        {
            "demonstration": settings.DEMONSTRATION,
            "announcements": [listed(one) for one in rows[:most]],
            "next": left,
        },
    )


@machine
def one_announcement(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Whole, or the places that it concerns. What is planned is not there yet."""
    form = one_of(given(request, "format"), "format", FORMATS, "json")
    found = with_texts().filter(slug=slug).first()
    if found is None:
        raise NothingThere(f'Tidak ada pengumuman "{slug}".')
    changes = changes_of(found)
    if form == "geojson":
        return told(request, places(found, changes), GEOJSON)
    return told(request, whole(found, changes, standing_of(found)))


def _chosen(asked: Given) -> QuerySet[Announcement]:
    region = optional_region_of(asked)
    found = announcements() if region is None else announcements_for(region)
    if "topic" in asked:
        found = found.filter(topic=topic_of(asked))
    zone = region or Region.objects.get(pk=NATIONAL)
    since = moment_of(asked, "since", zone)
    return found.filter(published_at__gte=since) if since else found


def _after(found: QuerySet[Announcement], asked: Given) -> QuerySet[Announcement]:
    place = place_in(asked, "cursor", LIST, IDENTIFIER)
    if place is None:
        return found
    last = public().filter(pk=UUID(place)).first()
    if last is None:
        raise not_ours("cursor")
    same_moment = Q(published_at=last.published_at, pk__lt=last.pk)
    return found.filter(Q(published_at__lt=last.published_at) | same_moment)
