"""Writing an announcement: one form. What cannot be kept is said above it, and stays in it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.announcements.errors import SavedMeanwhile
from selaras.announcements.grid.receiving import Received, receive
from selaras.announcements.manuscripts.comparing import Difference, differences
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.queries import newest_version
from selaras.announcements.manuscripts.reading import read_content
from selaras.announcements.manuscripts.screens.base import OfManuscript, preview_url
from selaras.announcements.manuscripts.screens.form import EditorForm
from selaras.announcements.manuscripts.screens.typed import content_typed
from selaras.announcements.manuscripts.services import save
from selaras.announcements.manuscripts.services.drafting import require_open
from selaras.announcements.models import ManuscriptVersion
from selaras.common.errors import Flaw, Refused
from selaras.institutions.access import is_key

MORE = ("messages", "questions", "contacts")
SHOW_FLAWS = "periksa"
LINES = 3  # that are added at once


class EditView(OfManuscript, TemplateView):
    """`act` says what the button is for: `save`, `check`, `grid`, `find`, or `add:messages`."""

    template_name: Any = "announcements/manuscripts/edit.html"
    refused: Refused | None = None
    meanwhile: list[Difference] | None = None
    content: Content | None = None
    received: Received | None = None
    act = ""

    def get_page_title(self) -> str:
        return "Susun pengumuman"

    @cached_property
    def newest(self) -> ManuscriptVersion:
        return newest_version(self.manuscript)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            require_open(self.manuscript)
        except Refused as refused:
            messages.warning(request, str(refused))
            return redirect(self.manuscript_url)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.act = request.POST.get("act", "save")
        self.received = receive(self.manuscript.topic, request.POST, request.FILES)
        self.content = content_typed(self.manuscript, request.POST, self.received)
        if self.act in {"save", "check"} and self.received.refused is None:
            kept = self._keep(self.content)
            if kept is not None:
                return kept
        return super().get(request, *args, **kwargs)

    def _keep(self, content: Content) -> HttpResponseBase | None:
        """Where to go once it is kept; None where it is not."""
        seen = self.request.POST.get("seen", "")
        try:
            number = int(seen) if is_key(seen) else -1
            version = save(manuscript=self.manuscript, content=content, user=self.user, seen=number)
        except SavedMeanwhile as refused:
            self.refused, self.newest = refused, refused.newest
            stored = Content.from_json(refused.newest.content)
            self.meanwhile = differences(stored, content)
            return None
        except Refused as refused:
            self.refused = refused
            return None
        if self.act == "check" and read_content(content, self.manuscript).is_whole:
            return redirect(f"{self.manuscript_url}#periksa")
        if self.act == "check":
            return redirect(f"{self.request.path}?{SHOW_FLAWS}=1")
        messages.success(self.request, f"Disimpan sebagai versi {version.number}.")
        return redirect(self.request.path)

    @property
    def flaws(self) -> list[Flaw]:
        """Told where they were asked for: who has just begun has done nothing wrong."""
        if SHOW_FLAWS not in self.request.GET and self.act != "check":
            return []
        return read_content(self.form_content, self.manuscript).blocking

    @property
    def form_content(self) -> Content:
        return self.content or Content.from_json(self.newest.content)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = EditorForm(
            manuscript=self.manuscript,
            content=self.form_content,
            received=self.received,
            flaws=self.flaws,
            spare={name: LINES for name in MORE if self.act == f"add:{name}"},
            sought={
                "region": self.request.POST.get("find_region", "")[:100],
                "document": self.request.POST.get("find_document", "")[:100],
            },
        )
        return super().get_context_data(**kwargs) | {
            "manuscript": self.manuscript,
            "form": form,
            "content": form.content,
            "grid": form.grid,
            "seen": self.newest.number,
            "zone": self.manuscript.speaker.region.zone,
            "refused": self.refused or (self.received and self.received.refused),
            "meanwhile": self.meanwhile,
            "saved_by": self.newest.saved_by,
            "unsaved": self.content is not None,
            "added": self.act.partition(":")[2],
            "sought_region": self.act == "find" and form.sought["region"],
            "preview": preview_url(self.manuscript),
            "back": self.manuscript_url,
        }
