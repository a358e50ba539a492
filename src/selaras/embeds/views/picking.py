"""The chooser of a fact type for a block: Wagtail's own modal, without options."""

from typing import Any, cast
from uuid import UUID

from django.db.models import QuerySet
from django.forms import CharField, TextInput
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.chooser import (
    BaseChooseView,
    ChooseResultsViewMixin,
    ChooseViewMixin,
    ChosenResponseMixin,
    ChosenViewMixin,
)

from selaras.embeds.choosing import in_use, matching_types
from selaras.embeds.widgets import ICON
from selaras.facts.models import FactType


class Search(BaseFilterForm):
    q = CharField(
        label=_("Cari menurut nama, kunci, atau topik"),
        required=False,
        max_length=200,
        widget=TextInput(attrs={"autocomplete": "off"}),
    )

    def filter(self, objects: QuerySet[FactType]) -> QuerySet[FactType]:
        words = self.cleaned_data["q"].strip()
        self.is_searching, self.search_query = bool(words), words
        return in_use(matching_types(words))


class Listing(BaseChooseView):
    model: Any = FactType
    icon: Any = ICON
    page_title = _("Pilih fakta resmi")
    per_page = 20
    filter_form_class: Any = Search
    results_url_name: Any = "embeds:pick_results"
    preserve_url_parameters: list[str] = []

    def get_object_list(self) -> QuerySet[FactType]:
        return in_use(matching_types(""))

    def can_create(self) -> bool:
        """Types are stated by their owners, never here."""
        return False

    @property
    def columns(self) -> list[Column]:
        title = TitleColumn(
            "label",
            label=_("Fakta"),
            get_url=lambda found: reverse("embeds:picked", args=[found.pk]),
            link_attrs={"data-chooser-modal-choice": True},
        )
        return [
            title,
            Column("kind", label=_("Jenis"), accessor="get_kind_display"),
            Column("owner", label=_("Pemilik"), accessor="owner.short_name"),
        ]


class Pick(ChooseViewMixin, Listing):
    """The modal with the first page of the list; it has no tab for making one."""

    search_tab_label = _("Cari")
    create_action_label = ""


class PickResults(ChooseResultsViewMixin, Listing):
    """The list alone, for another word or page."""


class Picked(ChosenViewMixin, ChosenResponseMixin, View):
    """Tells the form what was chosen."""

    model: Any = FactType

    def get(self, request: HttpRequest, type_id: UUID) -> HttpResponse:
        return cast("HttpResponse", super().get(request, type_id))  # type: ignore[no-untyped-call]

    def get_edit_item_url(self, instance: Any) -> None:
        """There is no screen on which an editor could change a type."""
