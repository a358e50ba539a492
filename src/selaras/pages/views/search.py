"""Searching a site, or on the portal the whole country."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.pages.searching import (
    FEWEST_LETTERS,
    MOST_LETTERS,
    Asked,
    found_pages,
    meant_institutions,
)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Any question is answered with a page; a query string is bounded before it is used."""
    asked = Asked(request.GET.get("q", ""))
    context = {"asked": asked, "fewest": FEWEST_LETTERS, "most": MOST_LETTERS}
    if asked.searchable:
        institution = getattr(request, "institution", None)
        context["pages"] = found_pages(asked, institution, request.GET.get("halaman", "1"))
        if institution is None:
            context["meant"] = meant_institutions(asked)
    return render(request, "pages/search.html", context)
