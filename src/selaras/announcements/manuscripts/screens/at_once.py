"""An emergency: public now, marked as such, reviewed after."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.accounts.step_up import RecentSecondFactor, is_recent
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.outlook import outlook_of
from selaras.announcements.manuscripts.queries import newest_version, standing_announcement
from selaras.announcements.manuscripts.reading import read_content
from selaras.announcements.manuscripts.screens.base import OfManuscript
from selaras.announcements.manuscripts.services import publish_at_once
from selaras.common.errors import Refused
from selaras.review.services.emergencies import MOST_LETTERS


class AtOnceView(RecentSecondFactor, OfManuscript, TemplateView):
    template_name: Any = "announcements/manuscripts/at_once.html"
    page_title: Any = "Terbitkan sekarang (darurat)"
    refused: Refused | None = None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if standing_announcement(self.manuscript) is not None:
            if self.refused:
                messages.warning(request, str(self.refused))
            return redirect(self.manuscript_url)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            made = publish_at_once(
                manuscript=self.manuscript,
                user=self.user,
                seen=request.POST.get("seen", ""),
                reason=request.POST.get("reason", ""),
            )
        except Refused as refused:
            self.refused = refused
            self.__dict__.pop("manuscript", None)
            return self.get(request, *args, **kwargs)
        messages.success(request, "Terbit sekarang, ditandai darurat. Penyetuju meninjaunya.")
        return redirect("announcements_admin:announcement", made.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        version = newest_version(self.manuscript)
        content = Content.from_json({**version.content, "goes_live": ""})
        read = read_content(content, self.manuscript)
        return super().get_context_data(**kwargs) | {
            "manuscript": self.manuscript,
            "version": version,
            "flaws": read.blocking,
            "outlook": outlook_of(read.draft) if read.draft else None,
            "refused": self.refused,
            "reason": self.request.POST.get("reason", ""),
            "most": MOST_LETTERS,
            "back": self.manuscript_url,
            "second_factor_due": not is_recent(self.request),
        }
