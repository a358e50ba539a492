"""Answer and withdraw."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from wagtail.admin import messages

from selaras.facts.objections.screens.base import OfObjection
from selaras.facts.objections.screens.forms import ACCEPT, AnswerForm
from selaras.facts.objections.services import answer, withdraw
from selaras.institutions.people.views.base import ActView


class OnOpen(OfObjection, ActView):
    """An act on an objection that is still open; what was typed before it was closed stays."""

    template_name: Any = "facts/objections/act.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "GET" and not self.objection.is_open:
            state = self.objection.get_state_display()
            messages.warning(request, f"Keberatan ini sudah {state}.")
            return redirect(self.show_url)
        return super().dispatch(request, *args, **kwargs)

    def ways(self) -> list[tuple[str, str]]:
        title = f"{self.objection.fact_type.label}, {self.objection.region.full_name}"
        return [*super().ways(), (self.show_url, title)]

    def back_url(self) -> str:
        return self.show_url

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {"told": self.told, "objection": self.objection}
        return super().get_context_data(**kwargs) | more


class AnswerView(OnOpen):
    page_title: Any = "Jawab"
    form_class = AnswerForm
    submit_label = "Kirim jawaban"
    explanation = (
        "Jawaban dibaca instansi yang mengajukan dan tidak dapat diubah lagi. Menerima keberatan"
        " tidak mengubah nilainya: perbaiki faktanya lewat pengumuman."
    )

    def act(self, form: forms.Form) -> str:
        answer(
            objection=self.objection,
            user=self.user,
            accepted=form.cleaned_data["decision"] == ACCEPT,
            text=form.cleaned_data["text"],
            correction=form.cleaned_data["correction"],
        )
        return "Jawaban dikirim."


class WithdrawView(OnOpen):
    page_title: Any = "Tarik keberatan"
    form_class = forms.Form
    submit_label = "Tarik keberatan"
    serious = True
    explanation = (
        "Keberatan yang ditarik tidak dijawab lagi, tetapi tetap tersimpan bersama faktanya."
        " Sesudah itu instansi Anda dapat mengajukan yang baru."
    )

    def act(self, form: forms.Form) -> str:
        withdraw(objection=self.objection, user=self.user)
        return "Keberatan ditarik."
