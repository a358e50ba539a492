"""The whole story of an objection."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import TemplateView

from selaras.facts.objections.policies import may_answer, may_file_for
from selaras.facts.objections.queries import objections_to, readable_by
from selaras.facts.objections.screens.base import OfObjection
from selaras.facts.objections.services import mark_answer_read
from selaras.facts.objections.telling import tell

MOST_EARLIER = 10


class ShowView(OfObjection, TemplateView):
    template_name: Any = "facts/objections/show.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().get(request, *args, **kwargs)
        mark_answer_read(objection=self.objection, user=self.user)
        return answer

    def get_page_title(self) -> str:
        return f"{self.objection.fact_type.label}, {self.objection.region.full_name}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        one = self.objection
        withdraws = one.is_open and may_file_for(self.user, one.objector_id)
        return super().get_context_data(**kwargs) | {
            "told": self.told,
            "objection": one,
            "evidence_file_url": self._file_url(),
            "answer_url": self._way("answer") if self._answers() else "",
            "withdraw_url": self._way("withdraw") if withdraws else "",
            "others": self._others(),
        }

    def _answers(self) -> bool:
        return self.objection.is_open and may_answer(self.user, self.objection)

    def _others(self) -> list[Any]:
        """What else was said against the same fact in this region, as far as she may read it."""
        fact = objections_to(self.objection.fact_type, self.objection.region)
        rows = fact.filter(pk__in=readable_by(self.user).values("pk")).exclude(pk=self.objection.pk)
        return tell(rows[:MOST_EARLIER])

    def _file_url(self) -> str:
        """Documents are served on the sites, here on that of the institution which keeps it."""
        file = self.objection.evidence_file
        if file is None:
            return ""
        path = reverse(
            "wagtaildocs_serve",
            args=[file.pk, file.filename],
            urlconf=settings.HOST_URLCONFS["institution"],
        )
        return f"{self.objection.objector.url}{path}"

    def _way(self, name: str) -> str:
        return reverse(f"objections:{name}", args=[self.objection.pk])
