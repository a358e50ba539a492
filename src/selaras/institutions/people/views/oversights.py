"""Who may read whose work, for the platform's administrators."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.widgets.button import HeaderButton

from selaras.institutions.models import Oversight
from selaras.institutions.people.forms.oversights import OverseeForm
from selaras.institutions.people.forms.roles import EndForm
from selaras.institutions.people.queries import oversights, today_in
from selaras.institutions.people.services import end_oversight, oversee
from selaras.institutions.people.views.base import TITLE, ActView, Screen

NAME = "Hak baca"


class OversightsView(Screen, TemplateView):
    template_name: Any = "institutions/people/oversights.html"
    page_title: Any = NAME
    header_icon = "view"

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("people:index"), TITLE)]

    def get_header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton("Beri hak baca", url=reverse("people:oversee"), icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "oversights": oversights(),
            "today": timezone.localdate(),
        }


class OversightAct(ActView):
    header_icon = "view"

    def back_url(self) -> str:
        return reverse("people:oversights")

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("people:index"), TITLE), (self.back_url(), NAME)]


class OverseeView(OversightAct):
    template_name: Any = "institutions/people/oversee.html"
    page_title: Any = "Beri hak baca"
    form_class = OverseeForm
    explanation = (
        "Semua orang di instansi pembaca dapat membaca dan mengomentari draf instansi di wilayah"
        " itu dan di bawahnya. Mengubah atau menerbitkan tetap tidak dapat."
    )

    def get_initial(self) -> dict[str, Any]:
        return {"valid_from": timezone.localdate()}

    def act(self, form: forms.Form) -> HttpResponse | str:
        made = oversee(actor=self.user, **form.cleaned_data)
        return f"{made.viewer.name} dapat membaca {made.region.full_name}."


class EndOversightView(OversightAct):
    page_title: Any = "Akhiri hak baca"
    submit_label = "Akhiri"
    serious = True
    form_class = EndForm

    @cached_property
    def oversight(self) -> Oversight:
        return get_object_or_404(oversights(), pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.oversight)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "today": today_in(self.oversight.viewer)}

    def act(self, form: forms.Form) -> HttpResponse | str:
        if not isinstance(form, EndForm):
            raise TypeError("another form")
        reason = form.cleaned_data["reason"]
        end_oversight(actor=self.user, oversight=self.oversight, end=form.end, reason=reason)
        return f"Hak baca {self.oversight.viewer.name} berakhir."
