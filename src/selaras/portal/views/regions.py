"""One region: what holds there, what changed, what was announced, and where it lies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from selaras.announcements.queries import announcements_for
from selaras.announcements.standing import concerning, marked
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL, office_of
from selaras.portal.changes import recent_changes
from selaras.portal.facts import current_facts
from selaras.portal.maps import regency_map
from selaras.portal.near import centres
from selaras.portal.places import place_of
from selaras.portal.slots import filled

ANNOUNCEMENTS = 6
CHANGES = 6
SUMMARY_ANNOUNCEMENTS = 2
SUMMARY_FACTS = 4
YEAR = 31_536_000


@require_safe
def region(request: HttpRequest, code: str) -> HttpResponse:
    """The page of a province, a regency or a city; the country's page is the portal's home."""
    if code == NATIONAL:
        return redirect("portal:home")
    found = get_object_or_404(Region, pk=code)
    request.about_region = found  # type: ignore[attr-defined]
    place = place_of(found)
    return render(
        request,
        "portal/region.html",
        {
            "region": found,
            "place": place,
            "map": None if place.province else regency_map(found, place.around),
            "facts": current_facts(found),
            "changes": recent_changes(found, CHANGES),
            "announcements": marked(announcements_for(found))[:ANNOUNCEMENTS],
            "slots": filled(request, found),
        },
    )


@require_safe
def summary(request: HttpRequest, code: str) -> HttpResponse:
    """The same in short, as a fragment of HTML for the home page; the same for everybody.

    Kept for a second, because a changed fact has to show a second later.
    """
    found = get_object_or_404(Region.objects.exclude(pk=NATIONAL), pk=code)
    facts = current_facts(found)
    response = render(
        request,
        "portal/summary.html",
        {
            "region": found,
            "office": office_of([found.pk]).get(found.pk),
            "facts": facts[:SUMMARY_FACTS],
            "more": max(0, len(facts) - SUMMARY_FACTS),
            "announcements": concerning(found.pk)[:SUMMARY_ANNOUNCEMENTS],
        },
    )
    patch_cache_control(response, public=True, max_age=1)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def region_centres(request: HttpRequest, version: str) -> HttpResponse:
    """The centres of all regions. An address of an earlier content leads to the present one."""
    found = centres()
    if version != found.version:
        return redirect("portal:centres", found.version)
    response = HttpResponse(found.body, content_type="application/json")
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response
