"""The form and the filters of redirects: own sites and own pages."""

from typing import Any

from django.forms import ModelChoiceField
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet
from wagtail.contrib.redirects.forms import RedirectForm

from selaras.pages.tenancy.redirects.policies import sites_kept_by


class SiteField(ModelChoiceField):  # type: ignore[type-arg]
    """A site by its institution's name: Wagtail names the host."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.institution)


class OwnRedirectForm(RedirectForm):
    """A redirect always belongs to one site: one for all sites would speak for everybody."""

    site = SiteField(label="Situs", queryset=None, empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        field: Any = self.fields["site"]
        user: Any = self.for_user
        field.queryset = sites_kept_by(user).select_related("institution")


class OwnRedirectFilters(RedirectsReportFilterSet):
    """Wagtail offers every site."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self.filters["site"].extra["queryset"] = sites_kept_by(self.request.user)
