"""Links for readers without an account: made, listed and revoked by the writers."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from selaras.common.errors import Refused
from selaras.pages.clearance import subject_of
from selaras.pages.review.people import person
from selaras.pages.review.screens.base import PageScreen, page_of
from selaras.pages.review.screens.forms import LinkForm
from selaras.review.queries import links_to
from selaras.review.services import make_link, revoke_link

MOST = 50


class LinksView(PageScreen):
    template_name = "pages/review/links.html"
    page_title: Any = "Tautan tinjauan"
    header_icon = "link"
    form: Any = None
    made: Any = None
    address = ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The new link is shown once, in this answer: afterwards nobody can read its token."""
        self.form = LinkForm(request.POST)
        if self.form.is_valid():
            try:
                self.made, token = make_link(
                    version=self.version, user=self.user, **self.form.cleaned_data
                )
            except Refused as refusal:
                self.form.add_error(None, str(refusal))
            else:
                path = reverse("comment_link:read", args=[token])
                self.address = f"{settings.WAGTAILADMIN_BASE_URL}{path}"
                self.form = None
        return self.get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "form": self.form or LinkForm(),
            "made": self.made,
            "address": self.address,
            "links": links_to(subject_of(self.page))[:MOST],
            "version": self.version,
        }


@require_POST
def revoke(request: HttpRequest, page_id: int, link_id: int) -> HttpResponse:
    page = page_of(page_id)
    link = get_object_or_404(links_to(subject_of(page)), pk=link_id)
    revoke_link(link=link, user=person(request.user))
    messages.success(request, f"Tautan untuk {link.reader} dicabut.")
    return redirect("page_review:links", page.pk)
