"""Everything about one subject, on a site or in the whole country."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from selaras.pages.models import Subject
from selaras.pages.paging import page_of
from selaras.pages.queries import articles_about, with_institutions


@require_safe
def subject(request: HttpRequest, slug: str, number: int = 1) -> HttpResponse:
    found = get_object_or_404(Subject, slug=slug)
    institution = getattr(request, "institution", None)
    page = page_of(articles_about(found, institution), number)
    context = {"subject": found, "shown": page, "articles": with_institutions(page)}
    return render(request, "pages/subject.html", context)
