"""Public pages of announcements, on the portal."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.announcements.changes import changes_of
from selaras.announcements.heads import head_of
from selaras.announcements.presentation import (
    groups_of,
    tally_words,
    ties_after,
    ties_before,
    validity_words,
)
from selaras.announcements.queries import announcements, whole
from selaras.announcements.serialising import as_json
from selaras.announcements.standing import marked, standing_of
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL

PAGE_SIZE = 20


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All announcements; an impossible page number shows the nearest page."""
    found = marked(announcements())
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("halaman"))
    return render(request, "announcements/index.html", {"page": page, "told": head_of()})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What was said, and above it what has become of it since."""
    announcement = get_object_or_404(whole(), slug=slug)
    changes = changes_of(announcement)
    audience = [row.region for row in announcement.audience.all()]
    concerned = {*audience, *(change.region for change in changes)}
    regions = {one.pk for one in concerned}
    standing = standing_of(announcement)
    labels = dict.fromkeys(change.fact_type.label for change in changes)
    return render(
        request,
        "announcements/announcement.html",
        {
            "announcement": announcement,
            "audience": audience,
            "after": ties_after(standing, regions),
            "before": ties_before(announcement, standing),
            "groups": groups_of(changes, announcement.published_at),
            "tally": tally_words(changes),
            "caption": ", ".join(labels),
            "validity": validity_words(
                announcement.valid_from,
                announcement.valid_to,
                Region.objects.get(pk=NATIONAL),
            ),
            "told": head_of(announcement, sorted(concerned, key=lambda one: one.pk)),
            "json_url": reverse("announcements:json", args=[announcement.slug]),
        },
    )


@require_safe
def detail_json(request: HttpRequest, slug: str) -> JsonResponse:
    announcement = get_object_or_404(whole(), slug=slug)
    body = as_json(announcement, changes_of(announcement), standing_of(announcement))
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})
