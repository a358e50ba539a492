"""What the issuer does on the board: one button, one act, back to the board."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.accounts.step_up import RecentSecondFactor
from selaras.announcements.instructing.screens.base import posted
from selaras.announcements.instructing.screens.boards import BoardView, OfInstruction, RowView
from selaras.announcements.instructing.services import answer, ask_again, cancel, remind
from selaras.announcements.models import Inquiry
from selaras.common.errors import Refused


class Act(OfInstruction, TemplateView):
    """Stands before a screen; what is refused is told on it, and what was typed stays there."""

    http_method_names = ("post",)
    refused: Refused | None = None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            done = self.act()
        except Refused as refused:
            self.refused = refused
            return self.get(request, *args, **kwargs)
        messages.success(request, done)
        return redirect(self.back())

    def act(self) -> str:
        raise NotImplementedError

    def back(self) -> str:
        return reverse("instructions:board", args=[self.instruction.pk])

    @property
    def text(self) -> str:
        return posted(self.request.POST.get("text"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"refused": self.refused, "typed": self.text, "inquiry": self.kwargs.get("inquiry")}
        return super().get_context_data(**kwargs) | told


class RemindView(Act, BoardView):
    def act(self) -> str:
        made = remind(instruction=self.instruction, user=self.user)
        return f"{made.count} instansi diingatkan di kotak masuknya."


class AnswerView(Act, BoardView):
    def act(self) -> str:
        found = Inquiry.objects.select_related("addressee__instruction__issuer")
        inquiry = get_object_or_404(
            found, pk=self.kwargs["inquiry"], addressee__instruction=self.instruction
        )
        answer(inquiry=inquiry, user=self.user, text=self.text)
        return "Jawaban dibaca semua penerima."

    def back(self) -> str:
        return f"{super().back()}#pertanyaan"


class CancelView(RecentSecondFactor, Act, BoardView):
    """Withdrawing what was issued, as serious as issuing it."""

    def act(self) -> str:
        cancel(instruction=self.instruction, user=self.user, reason=self.text)
        return "Instruksi dibatalkan; penerima membaca alasannya."


class AskAgainView(Act, RowView):
    def act(self) -> str:
        ask_again(addressee=self.addressee, user=self.user, comment=self.text)
        return f"{self.addressee.name} diminta mengerjakannya lagi."

    def back(self) -> str:
        return reverse("instructions:row", args=[self.instruction.pk, self.kwargs["row"]])
