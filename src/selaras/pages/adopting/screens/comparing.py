"""The comparison of a page with its source, and what is done about it."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages

from selaras.common.errors import Refused
from selaras.pages.admin.access import crumbs
from selaras.pages.adopting.comparing import Choices, Comparison, compare
from selaras.pages.adopting.errors import Undecided
from selaras.pages.adopting.presentation import blocks_of, tally_of
from selaras.pages.adopting.queries import Adopted, adopted, text_of_page
from selaras.pages.adopting.screens.base import AdoptingView
from selaras.pages.adopting.services import decline, reconcile
from selaras.pages.models import ArticlePage, ContentPage, InformationPage

APPLY, LEAVE = "terapkan", "biarkan"
CHOICE = "pilih-"


class CompareView(AdoptingView):
    template_name = "pages/adopting/compare.html"
    page_title: Any = "Bandingkan dengan sumber"
    refused: Refused | None = None

    @cached_property
    def adopted(self) -> Adopted:
        taken = text_of_page(self.kwargs["page_id"])
        found = adopted(taken) if taken else None
        if found is None:
            raise Http404
        return found

    @cached_property
    def page(self) -> ContentPage:
        page = self.adopted.taken.adoption.page.specific
        if not isinstance(page, ArticlePage | InformationPage) or page.latest_revision_id is None:
            raise Http404
        return page

    @cached_property
    def comparison(self) -> Comparison:
        return compare(self.adopted, self.page)

    @property
    def choices(self) -> Choices:
        return {
            name.removeprefix(CHOICE): str(value)
            for name, value in self.request.POST.items()
            if name.startswith(CHOICE)
        }

    def get_page_subtitle(self) -> str:
        return self.comparison.draft.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return crumbs((edit, self.comparison.draft.title), ("", str(self.page_title)))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        act, page = request.POST.get("act"), self.page
        if act not in (APPLY, LEAVE):
            raise Http404
        try:
            if act == APPLY:
                seen = request.POST.get("seen", "")
                reconcile(page=page, user=self.user, seen=seen, choices=self.choices)
                words = (
                    "Diterapkan sebagai draf baru; belum terbit. Draf sebelumnya ada di riwayat."
                )
            else:
                decline(page=page, user=self.user, mark=request.POST.get("mark", ""))
                words = "Dicatat: halaman ini tetap seperti sekarang."
        except Refused as refusal:
            self.refused = refusal
            for name in ("page", "adopted", "comparison"):
                self.__dict__.pop(name, None)
            response: HttpResponseBase = self.get(request, *args, **kwargs)
            return response
        messages.success(request, words)
        return redirect("wagtailadmin_pages:edit", page.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        comparison, choices = self.comparison, self.choices
        lock = self.page.get_lock()
        asked = isinstance(self.refused, Undecided)
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "adopted": self.adopted,
            "comparison": comparison,
            "blocks": blocks_of(comparison, choices, asked=asked),
            "tally": tally_of(comparison.rows),
            "refused": self.refused,
            "lock": str(lock.get_message(self.user)) if lock and lock.for_user(self.user) else "",
        }
