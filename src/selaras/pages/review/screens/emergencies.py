"""Publishing at once: the reason is asked for, and what follows is said."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from wagtail.admin import messages

from selaras.common.errors import Refused
from selaras.pages.aligning.refusing import summary_of
from selaras.pages.review.screens.base import PageScreen
from selaras.pages.review.screens.forms import ReasonForm
from selaras.pages.review.services import publish_at_once
from selaras.review.policies import require_publishing_at_once


class EmergencyView(PageScreen):
    template_name = "pages/review/emergency.html"
    page_title: Any = "Terbitkan darurat"
    header_icon = "warning"
    form: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require_publishing_at_once(user=self.user, institution=self.page.institution)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.form = ReasonForm(request.POST)
        if self.form.is_valid():
            try:
                publish_at_once(page=self.page, user=self.user, **self.form.cleaned_data)
            except Refused as refusal:
                self.form.add_error(None, str(refusal))
            else:
                messages.success(request, f'"{self.title}" diterbitkan, dan ditinjau sesudahnya.')
                return redirect("wagtailadmin_explore", self.page.get_parent().pk)
        return self.get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = self.form or ReasonForm(initial={"seen": self.version.fingerprint})
        about = {"form": form, "alignment": summary_of(self.page, self.newest)}
        return super().get_context_data(**kwargs) | about
