"""A draft as its addressees will read it, whom it would reach, and the decision about it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.accounts.models import User
from selaras.accounts.step_up import RecentSecondFactor, is_recent
from selaras.announcements.instructing.board import province_names
from selaras.announcements.instructing.compliance import words_of
from selaras.announcements.instructing.policies import may_cancel, may_issue, may_prepare
from selaras.announcements.instructing.queries import rounds_of, sent_by
from selaras.announcements.instructing.screens.base import Screen, posted
from selaras.announcements.instructing.services import (
    cancel,
    issue,
    send_back,
    submit,
    take_back,
)
from selaras.announcements.instructing.services.deciding import preview, version_of
from selaras.announcements.models import Instruction
from selaras.common.errors import Refused
from selaras.review.models import Round
from selaras.review.policies import may_decide

ISSUE = "terbitkan"
Act = Callable[[Instruction, User, HttpRequest], object]
ACTS: dict[str, tuple[Act, str]] = {
    "ajukan": (
        lambda one, user, request: submit(instruction=one, user=user),
        "Diajukan. Penyetuju membacanya di kotak masuk.",
    ),
    "tarik": (
        lambda one, user, request: take_back(instruction=one, user=user),
        "Pengajuan ditarik; draf dapat diubah.",
    ),
    "kembalikan": (
        lambda one, user, request: send_back(
            instruction=one, user=user, comment=posted(request.POST.get("comment"))
        ),
        "Dikembalikan kepada penyusunnya.",
    ),
    ISSUE: (
        lambda one, user, request: issue(
            instruction=one, user=user, seen=request.POST.get("seen", "")
        ),
        "Instruksi terbit. Penerima melihatnya di kotak masuk.",
    ),
    "batalkan": (
        lambda one, user, request: cancel(
            instruction=one, user=user, reason=posted(request.POST.get("reason"))
        ),
        "Draf dibuang.",
    ),
}


class ShowView(RecentSecondFactor, Screen, TemplateView):
    template_name: Any = "announcements/instructing/show.html"
    refused: Refused | None = None

    def step_up_required(self) -> bool:
        return self.request.POST.get("act") == ISSUE

    @cached_property
    def instruction(self) -> Instruction:
        found = sent_by(self.user).select_related("made_by", "changed_by")
        return get_object_or_404(found, pk=self.kwargs["instruction"])

    def get_page_title(self) -> str:
        return self.instruction.title

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.instruction.issued_at is not None:
            return redirect("instructions:board", self.instruction.pk)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        act, done = ACTS.get(request.POST.get("act", ""), (None, ""))
        if act is None:
            return redirect("instructions:show", self.instruction.pk)
        try:
            act(self.instruction, self.user, request)
        except Refused as refused:
            self.refused = refused
            self.__dict__.pop("instruction", None)
            return self.get(request, *args, **kwargs)
        messages.success(request, done)
        return redirect("instructions:show", self.instruction.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        instruction = self.instruction
        shown = preview(instruction)
        groups = shown.addressing.by_province()
        names = province_names([code for code, _ in groups])
        newest = rounds_of(instruction).first()
        waiting = newest if newest and newest.state == Round.State.WAITING else None
        decides = waiting is not None and may_decide(self.user, waiting)
        return super().get_context_data(**kwargs) | {
            "instruction": instruction,
            "region": instruction.issuer.region,
            "checked": words_of(instruction),
            "shown": shown,
            "groups": [(names[code], targets) for code, targets in groups],
            "waiting": waiting,
            "returned": newest if newest and newest.state == Round.State.RETURNED else None,
            "stale": waiting is not None and not waiting.is_about(version_of(instruction)),
            "may_prepare": may_prepare(self.user, instruction.issuer),
            "may_issue": decides and may_issue(self.user, instruction),
            "may_cancel": may_cancel(self.user, instruction),
            "comment": self.request.POST.get("comment", ""),
            "refused": self.refused,
            "flaws": getattr(self.refused, "flaws", None),
            "second_factor_due": not is_recent(self.request),
        }
