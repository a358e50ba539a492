"""Whose people: the institutions that one manages, the people of one, and who reads its drafts."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from selaras.institutions.models import Institution
from selaras.institutions.people.policies import managed_by
from selaras.institutions.people.queries import (
    invitations_of,
    people_of,
    readers_of,
    rows_of,
)
from selaras.institutions.people.views.base import TITLE, OfInstitution, Screen
from selaras.institutions.queries import held_at
from selaras.institutions.standing import standing_of

PER_PAGE = 30


def _page(request: HttpRequest, found: QuerySet[Any]) -> Any:
    return WagtailPaginator(found, PER_PAGE).get_page(request.GET.get("p"))


def _words(text: str) -> str:
    """What was searched for, without signs that no name has."""
    return "".join(sign if sign.isprintable() else " " for sign in text[:100]).strip()


class IndexView(Screen, TemplateView):
    """The institutions whose people this person manages; the only one opens at once."""

    template_name: Any = "institutions/people/institutions.html"
    page_title: Any = TITLE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        few = list(managed_by(self.user)[:2])
        if len(few) == 1:
            return redirect("people:institution", few[0].slug)
        return super().get(request, *args, **kwargs)

    def get_header_buttons(self) -> list[HeaderButton]:
        if not standing_of(self.user).is_platform:
            return []
        address = reverse("people:oversights")
        return [HeaderButton("Hak baca", url=address, icon_name="view")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wanted = _words(self.request.GET.get("q", ""))
        found = managed_by(self.user)
        for word in wanted.split():
            found = found.filter(
                Q(name__icontains=word) | Q(slug__icontains=word) | Q(short_name__icontains=word)
            )
        held = held_at(timezone.now(), "memberships__")
        counted = found.annotate(people=Count("memberships__user", filter=held, distinct=True))
        page = _page(self.request, counted.order_by("region_id", "slug"))
        return super().get_context_data(**kwargs) | {"wanted": wanted, "page_obj": page}


class InstitutionView(OfInstitution, TemplateView):
    """The people of one institution, who holds what, and who is invited."""

    template_name: Any = "institutions/people/people.html"
    page_title: Any = TITLE

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("people:index"), TITLE)]

    def get_page_title(self) -> str:
        return self.institution.short_name

    def get_header_buttons(self) -> list[HeaderButton]:
        address = reverse("people:invite", args=[self.institution.slug])
        return [HeaderButton("Undang", url=address, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ended = self.request.GET.get("status") == "berakhir"
        page = _page(self.request, people_of(self.institution, ended=ended))
        return super().get_context_data(**kwargs) | {
            "institution": self.institution,
            "ended": ended,
            "page_obj": page,
            "rows": rows_of(self.institution, page.object_list),
            "invitations": [] if ended else list(invitations_of(self.institution)[:PER_PAGE]),
            "now": timezone.now(),
            "today": self.today,
        }


class ReadersIndexView(Screen, TemplateView):
    """A person's own institutions; the only one opens at once."""

    template_name: Any = "institutions/people/readers_index.html"
    page_title: Any = "Pembaca draf"
    header_icon = "view"

    @cached_property
    def own(self) -> list[Institution]:
        keys = standing_of(self.user).institutions()
        return list(Institution.objects.filter(pk__in=keys))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if len(self.own) == 1:
            return redirect("people:readers", self.own[0].slug)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"institutions": self.own}


class ReadersView(Screen, TemplateView):
    """Who may read what is written in an institution, besides its own people."""

    template_name: Any = "institutions/people/readers.html"
    header_icon = "view"
    page_title: Any = "Pembaca draf"

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("people:readers_index"), "Pembaca draf")]

    def get_page_title(self) -> str:
        return self.institution.short_name

    @cached_property
    def institution(self) -> Institution:
        found = Institution.objects.select_related("region")
        return get_object_or_404(found, slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "institution": self.institution,
            "readers": readers_of(self.institution),
            "today": timezone.localdate(),
        }
