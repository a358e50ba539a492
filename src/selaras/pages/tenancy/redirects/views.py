"""The screens of redirects, for the sites that a person keeps."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.models import Redirect

from selaras.pages.tenancy.redirects.forms import OwnRedirectFilters, OwnRedirectForm


def _institution(redirect: Redirect) -> str:
    site: Any = redirect.site
    return str(site.institution)


class OwnRedirects(views.IndexView):
    filterset_class = OwnRedirectFilters
    list_export: Any = ("old_path", "link", "get_is_permanent_display", "site.hostname")
    columns: Any = [
        Column("site", label="Situs", accessor=_institution, width="25%")
        if column.name == "site"
        else column
        for column in views.IndexView.columns
    ]

    def get_base_queryset(self) -> QuerySet[Redirect]:
        kept = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        found: QuerySet[Redirect] = kept.select_related("redirect_page", "site__institution")
        return found

    @cached_property
    def header_more_buttons(self) -> list[Any]:  # type: ignore[override]
        """Without the import, which knows of no sites; old addresses come with an old website."""
        imports = reverse("wagtailredirects:start_import")
        return [one for one in super().header_more_buttons if one.url != imports]


class OwnRedirectAdding(views.CreateView):
    form_class = OwnRedirectForm


class OwnRedirectEditing(views.EditView):
    form_class = OwnRedirectForm
