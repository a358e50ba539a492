"""An old version of a manuscript, to be read, beside the one before it."""

from typing import Any

from django.http import Http404
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from selaras.announcements.manuscripts.comparing import differences, named_rows
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.screens.base import OfManuscript
from selaras.announcements.manuscripts.screens.paper import paper_of
from selaras.announcements.models import ManuscriptVersion

MOST = 2**31 - 1


class VersionView(OfManuscript, TemplateView):
    template_name: Any = "announcements/manuscripts/version.html"

    def get_page_title(self) -> str:
        return f"Versi {self.version.number}"

    @cached_property
    def version(self) -> ManuscriptVersion:
        number = self.kwargs["number"]
        rows = self.manuscript.versions.select_related("saved_by")
        found = rows.filter(number=number).first() if number <= MOST else None
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        content = Content.from_json(self.version.content)
        before = self.manuscript.versions.filter(number=self.version.number - 1).first()
        old = Content.from_json(before.content) if before else None
        return super().get_context_data(**kwargs) | {
            "manuscript": self.manuscript,
            "version": self.version,
            "region": self.manuscript.speaker.region,
            "paper": paper_of(content, self.manuscript.speaker, earlier=None, facts=[]),
            "rows": named_rows(content.rows),
            "before": before,
            "changed": differences(old, content) if old else [],
            "versions": self.manuscript.versions.select_related("saved_by").order_by("-number"),
        }
