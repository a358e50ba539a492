"""The screen of one copy: what the text repeats, what changed since, and what to do about it."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from selaras.alignment.copies.adopting import adopting_address
from selaras.alignment.copies.blocks import told_all
from selaras.alignment.copies.policies import may_mend
from selaras.alignment.copies.presenting import Since, since
from selaras.alignment.copies.queries import with_versions
from selaras.alignment.models import StoredCopy
from selaras.institutions.people.views.base import Screen
from selaras.institutions.standing import standing_of

LIST = "alignment:list"


class CopyView(Screen, TemplateView):
    template_name = "alignment/copies/copy.html"
    header_icon = "copy"

    @cached_property
    def copy(self) -> StoredCopy:
        return get_object_or_404(with_versions(StoredCopy.objects.all()), pk=self.kwargs["copy"])

    def get_page_title(self) -> str:
        return "Salinan pengumuman"

    def get_page_subtitle(self) -> str:
        return self.copy.text.title

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse(LIST), "Keselarasan")]

    @property
    def since(self) -> Since | None:
        """None where nothing stands in its place, or where it stands itself."""
        old, new = self.copy.announcement_id, self.copy.current_id
        if new is None or new == old:
            return None
        told = told_all({old, new})
        return since(told[old], told[new], self.copy.passage)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        copy = self.copy
        mends = may_mend(standing_of(self.user), copy)
        adopting = adopting_address(copy.current_id) if mends and copy.current_id else ""
        return super().get_context_data(**kwargs) | {
            "copy": copy,
            "region": copy.text.institution.region,
            "percent": max(round(copy.share * 100), 1),
            "since": self.since,
            "adopting": adopting,
            "editing": copy.text.edit_address if mends else "",
        }
