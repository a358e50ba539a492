"""What the screens about people share."""

from typing import TYPE_CHECKING, Any, TypeAlias

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.institutions.models import Institution
from selaras.institutions.people.policies import managed_by
from selaras.institutions.people.queries import today_in

# Django's form view takes its parameter from the type checker only.
if TYPE_CHECKING:
    AnyFormView: TypeAlias = FormView[forms.Form]
else:
    AnyFormView = FormView

TITLE = "Orang"
ICON = "group"


class Screen(WagtailAdminTemplateMixin):
    """A screen of somebody who is signed in; the gate has asked already whether she may."""

    request: HttpRequest
    header_icon = ICON

    @property
    def user(self) -> User:
        if not isinstance(self.request.user, User):
            raise TypeError("an anonymous request passed the editors' sign-in")
        return self.request.user

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        return context

    def ways(self) -> list[tuple[str, str]]:
        """Address and label of what stands above this screen."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        home = (reverse("wagtailadmin_home"), "Beranda")
        here = ("", self.get_page_title())  # type: ignore[no-untyped-call]
        return [{"url": url, "label": label} for url, label in (home, *self.ways(), here)]


class OfInstitution(Screen):
    """A screen about the people of one institution that this person manages."""

    kwargs: dict[str, Any]

    @cached_property
    def institution(self) -> Institution:
        return get_object_or_404(managed_by(self.user), slug=self.kwargs["slug"])

    @cached_property
    def today(self) -> Any:
        return today_in(self.institution)

    @property
    def list_url(self) -> str:
        return reverse("people:institution", args=[self.institution.slug])

    def ways(self) -> list[tuple[str, str]]:
        return [
            (reverse("people:index"), TITLE),
            (self.list_url, self.institution.short_name),
        ]


class ActView(Screen, AnyFormView):
    """A form for one act. What is refused is told on the form, and what was typed stays."""

    template_name: Any = "institutions/people/act.html"
    explanation = ""
    submit_label = "Simpan"
    serious = False

    def act(self, form: forms.Form) -> HttpResponse | str:
        """Do it: the answer, or a sentence that says what was done. Raises `Refused`."""
        raise NotImplementedError

    def back_url(self) -> str:
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            done = self.act(form)
        except Refused as refused:
            form.add_error(_field_of(refused, form), str(refused))
            return self.form_invalid(form)
        if isinstance(done, HttpResponse):
            return done
        messages.success(self.request, done)
        return redirect(self.back_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "explanation": self.explanation,
            "submit_label": self.submit_label,
            "serious": self.serious,
            "back_url": self.back_url(),
        }


def _field_of(refused: Refused, form: forms.Form) -> str | None:
    """Which field a refusal is about; several forms name their days differently."""
    wrong = getattr(refused, "field", "")
    names = {"start": ["valid_from", "day"], "last": ["valid_to", "last_day", "day"]}
    return next((name for name in names.get(wrong, [wrong]) if name in form.fields), None)
