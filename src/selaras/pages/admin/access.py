"""What these screens share: they are for people who look after a site, and for nobody else."""

from typing import TYPE_CHECKING, Any, TypeAlias

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic.edit import FormView
from wagtail.admin.auth import permission_denied
from wagtail.admin.menu import MenuItem

from selaras.accounts.models import User
from selaras.pages.policies import institutions_edited_by

# Django's form view takes its parameter from the type checker only.
if TYPE_CHECKING:
    from django import forms

    AnyFormView: TypeAlias = FormView[forms.Form]
else:
    AnyFormView = FormView


def looks_after_a_site(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and institutions_edited_by(request.user).exists()


class ForEditors(View):
    """Turns away everybody who looks after no site."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not looks_after_a_site(request):
            denied: HttpResponse = permission_denied(request)
            return denied
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        if not isinstance(self.request.user, User):
            raise TypeError("an anonymous request passed the editors' sign-in")
        return self.request.user


class EditorsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return looks_after_a_site(request)


def crumbs(*below: tuple[str, str]) -> list[dict[str, str]]:
    """The way from the admin's home to a screen: pairs of address and label."""
    home = {"url": reverse("wagtailadmin_home"), "label": _("Beranda")}
    return [home, *({"url": url, "label": label} for url, label in below)]
