"""Public pages of announcements, on the portal."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.announcements.changes import changes_of
from selaras.announcements.presentation import as_json, groups_of, tally_words, validity_words
from selaras.announcements.queries import announcements
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL

PAGE_SIZE = 20


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All announcements; an impossible page number shows the nearest page."""
    page = Paginator(announcements(), PAGE_SIZE).get_page(request.GET.get("halaman"))
    return render(request, "announcements/index.html", {"page": page})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    announcement = get_object_or_404(announcements(), slug=slug)
    changes = changes_of(announcement)
    labels = dict.fromkeys(change.fact_type.label for change in changes)
    return render(
        request,
        "announcements/announcement.html",
        {
            "announcement": announcement,
            "groups": groups_of(changes, announcement.published_at),
            "tally": tally_words(changes),
            "caption": ", ".join(labels),
            "validity": validity_words(
                announcement.valid_from,
                announcement.valid_to,
                Region.objects.get(pk=NATIONAL),
            ),
            "json_url": reverse("announcements:json", args=[announcement.slug]),
        },
    )


@require_safe
def detail_json(request: HttpRequest, slug: str) -> JsonResponse:
    announcement = get_object_or_404(announcements(), slug=slug)
    body = as_json(announcement, changes_of(announcement))
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})
