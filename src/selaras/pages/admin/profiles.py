"""The profile of a site: chosen from the person's institutions, and edited."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from wagtail.admin.panels import Panel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import EditView
from wagtail.admin.views.generic.base import BaseListingView

from selaras.institutions.models import Institution
from selaras.look.colour import InvalidColour
from selaras.pages.admin.access import EditorsView, crumbs
from selaras.pages.admin.profile_form import profile_panel
from selaras.pages.admin.swatches import as_json
from selaras.pages.errors import ChangedMeanwhile
from selaras.pages.models import SiteProfile
from selaras.pages.policies import institutions_administered_by
from selaras.pages.profiles import profile_of, seal_of
from selaras.pages.services import save_profile

TITLE = "Profil situs"
ICON = "site"


class ProfileListView(EditorsView, BaseListingView):
    """The sites whose profile this person may edit; the only one opens at once."""

    page_title: Any = TITLE
    header_icon = ICON
    index_url_name: Any = "site_profiles:list"
    verbose_name_plural: Any = "profil situs"
    paginate_by = 50
    columns: Any = (
        TitleColumn(
            "name",
            label="Instansi",
            get_url=lambda one: reverse("site_profiles:edit", args=[one.slug]),
        ),
        Column("region", label="Wilayah", accessor="region.full_name"),
    )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        few = list(institutions_administered_by(self.user)[:2])
        if len(few) == 1:
            return redirect("site_profiles:edit", few[0].slug)
        return super().get(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs(("", TITLE))

    def get_base_queryset(self) -> QuerySet[Institution]:
        return institutions_administered_by(self.user)


class ProfileView(EditorsView, EditView):
    """One profile; that of an institution of somebody else is not found."""

    model: Any = SiteProfile
    permission_policy: Any = None  # decided by our own policies
    permission_required: Any = None
    header_icon = ICON
    index_url_name: Any = "site_profiles:list"
    page_title: Any = TITLE
    success_message: Any = "Profil situs disimpan dan langsung tampil."
    error_message: Any = "Profil belum tersimpan: perbaiki isian yang ditandai."
    submit_button_label: Any = "Simpan"
    submit_button_active_label: Any = "Menyimpan…"

    def get_panel(self) -> Panel:
        return profile_panel()

    @cached_property
    def institution(self) -> Institution:
        return get_object_or_404(institutions_administered_by(self.user), slug=self.kwargs["slug"])

    def get_object(self, queryset: Any = None) -> SiteProfile:
        return profile_of(self.institution)

    def get_edit_url(self) -> str:
        return reverse("site_profiles:edit", args=[self.institution.slug])

    def get_success_url(self) -> str:
        return self.get_edit_url()

    def get_success_buttons(self) -> list[Any]:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs((reverse("site_profiles:list"), TITLE), ("", self.institution.short_name))

    def get_page_subtitle(self) -> str:
        return self.institution.short_name

    def get_initial(self) -> dict[str, Any]:
        return {"seal": seal_of(self.institution)}

    def form_valid(self, form: Any) -> HttpResponse:
        """What somebody else saved meanwhile is told, and what was typed stays on the screen."""
        try:
            response: HttpResponse = super().form_valid(form)  # type: ignore[no-untyped-call]
        except ChangedMeanwhile as refused:
            form.add_error(None, str(refused))
            form.data = form.data.copy()
            form.data["seal"] = seal_of(self.institution)
            self.produced_error_message = str(refused)
            response = self.form_invalid(form)  # type: ignore[no-untyped-call]
        return response

    def save_instance(self) -> SiteProfile:
        form: Any = self.form
        profile: SiteProfile = form.save(commit=False)
        save_profile(profile=profile, seal=form.cleaned_data["seal"], user=self.user)
        return profile


@require_safe
def colour(request: HttpRequest, digits: str) -> JsonResponse:
    """What a site makes of a colour, for the preview beside the field."""
    try:
        return JsonResponse({"swatches": as_json(digits)})
    except InvalidColour:
        raise Http404 from None
