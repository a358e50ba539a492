"""The portal's home."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.announcements.queries import announcements
from selaras.announcements.standing import marked
from selaras.institutions.models import Institution
from selaras.institutions.queries import NATIONAL
from selaras.portal.directory import islands
from selaras.portal.maps import province_map
from selaras.portal.near import centres
from selaras.portal.slots import filled
from selaras.tallies.queries import newest_versions, panels, tallies

ANNOUNCEMENTS = 5
TALLIES = 1


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    groups = islands()
    provinces = [entry.region for _, entries in groups for entry in entries]
    return render(
        request,
        "portal/home.html",
        {
            "announcements": marked(announcements())[:ANNOUNCEMENTS],
            "panels": panels(newest_versions(tallies()[:TALLIES])),
            "slots": filled(request),
            "islands": groups,
            "map": province_map(provinces),
            "bodies": Institution.objects.filter(region=NATIONAL).order_by("name"),
            "centres": centres(),
            "search_address": request.build_absolute_uri(reverse("search:results")),
        },
    )
