"""What the screens of objections share."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from selaras.facts.models import Objection
from selaras.facts.objections.inbox import ICON
from selaras.facts.objections.queries import readable_by
from selaras.facts.objections.telling import Told, tell
from selaras.institutions.people.views.base import Screen

TITLE = "Keberatan"


class ObjectionScreen(Screen):
    header_icon = ICON

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("objections:list"), TITLE)]


class OfObjection(ObjectionScreen):
    """A screen about one objection that this person may read."""

    kwargs: dict[str, Any]

    @cached_property
    def told(self) -> Told:
        rows = readable_by(self.user).select_related(
            "evidence_file", "filed_by", "answered_by", "withdrawn_by"
        )
        row = rows.filter(pk=self.kwargs["pk"]).first()
        if row is None:
            raise Http404
        return tell([row])[0]

    @property
    def objection(self) -> Objection:
        return self.told.objection

    @property
    def show_url(self) -> str:
        return reverse("objections:show", args=[self.kwargs["pk"]])
