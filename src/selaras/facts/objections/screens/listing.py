"""Objections in lists: ours, those that we answer, and those that we may read."""

from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from selaras.accounts.access import allows
from selaras.facts.models import Objection
from selaras.facts.objections.queries import (
    filed_by_institutions_of,
    overseen_by,
    to_institutions_of,
)
from selaras.facts.objections.screens.base import TITLE, ObjectionScreen
from selaras.facts.objections.telling import tell
from selaras.institutions.models import Institution
from selaras.institutions.queries import topics_of
from selaras.institutions.standing import standing_of

PER_PAGE = 20
OURS, ANSWERED, WATCHED = "kami", "jawab", "pantau"
ALL = "semua"


class Tab(NamedTuple):
    key: str
    label: str
    open: int


class ListView(ObjectionScreen, TemplateView):
    template_name: Any = "facts/objections/list.html"
    page_title: Any = TITLE

    def ways(self) -> list[tuple[str, str]]:
        return []

    def get_header_buttons(self) -> list[HeaderButton]:
        if not allows(self.request, "objections:choose"):
            return []
        url = reverse("objections:choose")
        return [HeaderButton("Ajukan keberatan", url=url, icon_name="plus")]

    @cached_property
    def sides(self) -> dict[str, tuple[str, QuerySet[Objection]]]:
        """The lists that this person has, with their labels."""
        standing = standing_of(self.user)
        found = {}
        own = Institution.objects.filter(pk__in=standing.institutions())
        if topics_of(own).exists():
            found[ANSWERED] = ("Untuk kami jawab", to_institutions_of(self.user))
        found[OURS] = ("Dari kami", filed_by_institutions_of(self.user))
        if standing.everything or standing.overseen:
            found[WATCHED] = ("Kami pantau", overseen_by(self.user))
        return found

    @property
    def side(self) -> str:
        wanted = self.request.GET.get("sisi", "")
        return wanted if wanted in self.sides else next(iter(self.sides))

    @property
    def shows_all(self) -> bool:
        return self.request.GET.get("keadaan") == ALL

    def rows(self) -> QuerySet[Objection]:
        found = self.sides[self.side][1]
        if self.shows_all:
            return found.order_by("-filed_at", "-pk")
        return found.filter(state=Objection.State.OPEN).order_by("due_at", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = Objection.State.OPEN
        page = WagtailPaginator(self.rows(), PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "tabs": [
                Tab(key, label, rows.filter(state=waiting).count())
                for key, (label, rows) in self.sides.items()
            ],
            "side": self.side,
            "shows_all": self.shows_all,
            "page_obj": page,
            "rows": tell(page.object_list),
        }
