"""Preparing an instruction, and changing it while it is a draft."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.announcements.instructing.content import Content
from selaras.announcements.instructing.policies import issuers_of
from selaras.announcements.instructing.queries import sent_by
from selaras.announcements.instructing.screens.base import Screen
from selaras.announcements.instructing.screens.forms import InstructionForm, filled
from selaras.announcements.instructing.services import change, prepare
from selaras.announcements.models import Instruction
from selaras.common.errors import Refused
from selaras.institutions.models import Institution

MOST_ISSUERS = 50


class WritingView(Screen, TemplateView):
    """One form; what cannot be kept is said above it, and what was typed stays."""

    template_name: Any = "announcements/instructing/edit.html"
    form: Any = None
    refused: Refused | None = None

    @property
    def issuer(self) -> Institution | None:
        raise NotImplementedError

    def initial(self) -> dict[str, Any]:
        return {}

    def save(self, content: Content) -> Instruction:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.issuer is None:
            raise Http404
        self.form = InstructionForm(self.issuer, request.POST)
        if self.form.is_valid():
            try:
                made = self.save(self.form.content())
            except Refused as refused:
                self.refused = refused
            else:
                messages.success(request, "Draf disimpan. Periksa penerimanya, lalu ajukan.")
                return redirect("instructions:show", made.pk)
        response: HttpResponseBase = self.get(request, *args, **kwargs)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = self.form
        if form is None and self.issuer is not None:
            form = InstructionForm(self.issuer, initial=self.initial())
        return super().get_context_data(**kwargs) | {
            "form": form,
            "issuer": self.issuer,
            "refused": self.refused,
            "flaws": getattr(self.refused, "flaws", None),
        }


class NewView(WritingView):
    page_title: Any = "Susun instruksi"

    @cached_property
    def issuers(self) -> list[Institution]:
        return list(issuers_of(self.user)[:MOST_ISSUERS])

    @cached_property
    def issuer(self) -> Institution | None:
        """The one that is asked for, else the first of one's own; None where none may instruct."""
        asked = self.request.GET.get("instansi")
        found = [one for one in self.issuers if asked in (None, one.slug)]
        return found[0] if found else None

    def initial(self) -> dict[str, Any]:
        return {"kind": "regencies"}

    def save(self, content: Content) -> Instruction:
        if self.issuer is None:
            raise Http404
        return prepare(issuer=self.issuer, content=content, user=self.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "issuers": self.issuers,
            "back": reverse("instructions:sent"),
        }


class EditView(WritingView):
    page_title: Any = "Ubah instruksi"

    @cached_property
    def instruction(self) -> Instruction:
        return get_object_or_404(sent_by(self.user), pk=self.kwargs["instruction"])

    @property
    def issuer(self) -> Institution | None:
        return self.instruction.issuer

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.instruction.state != Instruction.State.DRAFT:
            messages.warning(request, "Instruksi yang sudah terbit tidak dapat diubah.")
            return redirect("instructions:show", self.instruction.pk)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def initial(self) -> dict[str, Any]:
        return filled(self.instruction)

    def save(self, content: Content) -> Instruction:
        return change(instruction=self.instruction, content=content, user=self.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = reverse("instructions:show", args=[self.instruction.pk])
        return super().get_context_data(**kwargs) | {"back": back, "instruction": self.instruction}
