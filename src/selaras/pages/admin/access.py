"""What these screens share; the gate has asked already who may come in."""

from typing import TYPE_CHECKING, TypeAlias

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic.edit import FormView

from selaras.accounts.models import User

# Django's form view takes its parameter from the type checker only.
if TYPE_CHECKING:
    from django import forms

    AnyFormView: TypeAlias = FormView[forms.Form]
else:
    AnyFormView = FormView


class EditorsView:
    """A view of somebody who is signed in."""

    request: HttpRequest

    @property
    def user(self) -> User:
        if not isinstance(self.request.user, User):
            raise TypeError("an anonymous request passed the editors' sign-in")
        return self.request.user


def crumbs(*below: tuple[str, str]) -> list[dict[str, str]]:
    """The way from the admin's home to a screen: pairs of address and label."""
    home = {"url": reverse("wagtailadmin_home"), "label": _("Beranda")}
    return [home, *({"url": url, "label": label} for url, label in below)]
