"""Texts that may be taken, those that were, and who took one's own."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.utils.functional import cached_property

from selaras.institutions.models import Institution
from selaras.institutions.standing import standing_of
from selaras.pages.adopting.policies import takers
from selaras.pages.adopting.queries import (
    Adopted,
    adopted_from,
    own_adopted,
    public_moments,
    with_outcomes,
)
from selaras.pages.adopting.screens.base import PER_PAGE, AdoptingView
from selaras.pages.adopting.sources import Kind, kinds
from selaras.pages.models import AdoptedText

MOST_TAKERS = 50


class SourcesView(AdoptingView):
    """What concerns the institution's region first; searched by words of the title."""

    template_name = "pages/adopting/sources.html"
    page_title: Any = "Ambil teks pusat"
    route = "adopting:sources"

    @cached_property
    def takers(self) -> list[Institution]:
        return list(takers(self.user)[:MOST_TAKERS])

    @cached_property
    def taker(self) -> Institution | None:
        """The institution that is asked for, else the first of one's own."""
        asked = self.request.GET.get("instansi")
        if asked:
            found = takers(self.user).filter(slug=asked).first()
            if found is None:
                raise Http404
            return found
        return self.takers[0] if self.takers else None

    @cached_property
    def kind(self) -> Kind:
        asked = self.request.GET.get("jenis")
        return next((kind for kind in kinds() if kind.name == asked), kinds()[0])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "")[:200]
        rows: Any = self.kind.offered(self.taker, words) if self.taker else []
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "taker": self.taker,
            "takers": self.takers,
            "kinds": kinds(),
            "kind": self.kind,
            "words": words,
            "page_obj": page,
            "sources": self.kind.sources(list(page.object_list)),
        }


class AdoptedView(AdoptingView):
    """Pages with the versions that they rest on; a page of the list at a time."""

    def rows(self) -> QuerySet[AdoptedText]:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.rows(), PER_PAGE).get_page(self.request.GET.get("p"))
        found: list[Adopted] = with_outcomes(list(page.object_list))
        return super().get_context_data(**kwargs) | {"page_obj": page, "rows": found}


class TakenView(AdoptedView):
    template_name = "pages/adopting/taken.html"
    page_title: Any = "Teks yang diambil"
    route = "adopting:taken"

    def rows(self) -> QuerySet[AdoptedText]:
        return own_adopted(self.user)


class UsedView(AdoptedView):
    """Pages of others: their drafts are theirs, so that only what is public is named."""

    template_name = "pages/adopting/used.html"
    page_title: Any = "Dipakai instansi lain"
    route = "adopting:used"

    def rows(self) -> QuerySet[AdoptedText]:
        return adopted_from(standing_of(self.user).institutions())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        moments = public_moments([one.taken for one in context["rows"]])
        pairs = [(one, moments.get(one.taken.adoption_id)) for one in context["rows"]]
        return context | {"rows": pairs}
