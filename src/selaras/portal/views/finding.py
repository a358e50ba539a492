"""From what somebody typed to the page of a region. Works without a script."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.institutions.models import Region
from selaras.institutions.queries import gazetteer
from selaras.language.gazetteer import AmbiguousPlace, PlaceError, UnknownPlace

LONGEST_SHOWN = 100


@require_safe
def find_region(request: HttpRequest) -> HttpResponse:
    """To the region that was typed; to a choice where the name is not clear."""
    typed = request.GET.get("q", "").strip()
    if not typed:
        return redirect(f"{reverse('portal:home')}#wilayah")
    try:
        place = gazetteer().resolve(typed)
    except PlaceError as error:
        return _choice(request, typed, error)
    return redirect("portal:region", place.code)


def _choice(request: HttpRequest, typed: str, error: PlaceError) -> HttpResponse:
    codes = []
    if isinstance(error, AmbiguousPlace):
        codes = [place.code for place in error.candidates]
    elif isinstance(error, UnknownPlace):
        codes = [place.code for place in error.suggestions]
    regions = Region.objects.in_bulk(codes)
    return render(
        request,
        "portal/find_region.html",
        {
            "typed": typed[:LONGEST_SHOWN],
            "ambiguous": isinstance(error, AmbiguousPlace),
            "regions": [regions[code] for code in codes],
        },
    )
