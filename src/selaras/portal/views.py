"""The national portal: latest announcements, the directory, and finding one's region."""

from collections import Counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.announcements.queries import announcements
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL, children, gazetteer, office_of
from selaras.language.gazetteer import AmbiguousPlace, PlaceError, UnknownPlace
from selaras.portal.directory import islands

LATEST = 6
ROBOTS_DEMONSTRATION = "User-agent: *\nDisallow: /\n"
ROBOTS = "User-agent: *\nAllow: /\n"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "portal/home.html",
        {
            "announcements": announcements()[:LATEST],
            "islands": islands(),
            "bodies": Institution.objects.filter(region=NATIONAL).order_by("name"),
        },
    )


@require_safe
def province(request: HttpRequest, code: str) -> HttpResponse:
    """A province with its regencies and cities of today."""
    region = get_object_or_404(Region, pk=code, level=Region.Level.PROVINCE)
    below = list(children(region, timezone.localdate()))
    offices = office_of([region.pk, *(child.pk for child in below)])
    kinds = Counter(child.level for child in below)
    return render(
        request,
        "portal/province.html",
        {
            "region": region,
            "office": offices.get(region.pk),
            "summary": f"{kinds['regency']} kabupaten dan {kinds['city']} kota.",
            "groups": [
                (label, [offices[child.pk] for child in below if child.level == level])
                for level, label in (("regency", "Kabupaten"), ("city", "Kota"))
                if kinds[level]
            ],
        },
    )


@require_safe
def find_region(request: HttpRequest) -> HttpResponse:
    """To the site of the region that was typed; to a choice where the name is not clear."""
    typed = request.GET.get("q", "").strip()
    if not typed:
        return redirect("/#wilayah")
    try:
        place = gazetteer().resolve(typed)
    except PlaceError as error:
        return _choice(request, typed, error)
    return _to_site(place.code)


def _to_site(code: str) -> HttpResponseRedirectBase:
    office = office_of([code]).get(code)
    return redirect(f"{office.url}/" if office else "/#wilayah")


def _choice(request: HttpRequest, typed: str, error: PlaceError) -> HttpResponse:
    places = []
    if isinstance(error, AmbiguousPlace):
        places = list(error.candidates)
    elif isinstance(error, UnknownPlace):
        places = list(error.suggestions)
    offices = office_of([place.code for place in places])
    return render(
        request,
        "portal/find_region.html",
        {
            "typed": typed[:100],
            "problem": error.problem,
            "offices": [offices[place.code] for place in places if place.code in offices],
        },
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    text = ROBOTS_DEMONSTRATION if settings.DEMONSTRATION else ROBOTS
    return HttpResponse(text, content_type="text/plain")
