"""What is asked of an institution: the task, its questions, and the institution's own steps.

Opening the screen is a GET, and a GET writes nothing: browsers fetch ahead what nobody reads.
That it was read is sent by the screen itself when it has stood before somebody's eyes for a
moment (`instructing/read.js`), or by a button; acknowledging and reporting say it, too.
"""

from collections.abc import Callable
from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.announcements.instructing.board import sightings
from selaras.announcements.instructing.compliance import words_of
from selaras.announcements.instructing.queries import (
    UNACKNOWLEDGED,
    inquiries_of,
    received_by,
    reports_of,
)
from selaras.announcements.instructing.screens.base import Screen, posted
from selaras.announcements.instructing.services import (
    acknowledge,
    ask,
    mark_read,
    reopen,
    report,
)
from selaras.announcements.instructing.times import time_left
from selaras.announcements.models import Addressee
from selaras.common.errors import Refused

SHOWN_INQUIRIES = 100
State = Addressee.State


class OfAddressee(Screen):
    sent = False
    kwargs: dict[str, Any]

    @cached_property
    def addressee(self) -> Addressee:
        return get_object_or_404(received_by(self.user), pk=self.kwargs["addressee"])


class TaskView(OfAddressee, TemplateView):
    template_name: Any = "announcements/instructing/task.html"
    refused: Refused | None = None

    def get_page_title(self) -> str:
        return self.addressee.instruction.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        one, now = self.addressee, timezone.now()
        instruction = one.instruction
        return super().get_context_data(**kwargs) | {
            "addressee": one,
            "instruction": instruction,
            "region": one.institution.region,
            "left": time_left(instruction.due_at, now),
            "overdue": one.is_overdue(now),
            "checked": words_of(instruction),
            "seen": sightings(instruction, [one]).get(one.pk),
            "reports": list(reports_of(one)),
            "inquiries": list(inquiries_of(instruction)[:SHOWN_INQUIRIES]),
            "unread": instruction.is_open and one.state == State.RECEIVED,
            "waits": one.state in UNACKNOWLEDGED,
            "done": one.state == State.DONE,
            "refused": self.refused,
            "typed": self.request.POST,
        }


class ReadView(OfAddressee, View):
    """Sent by the screen; answers without content to a script, and with the screen to a person."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            mark_read(addressee=self.addressee, user=self.user)
        except Refused as refused:
            messages.error(request, str(refused))
        if request.headers.get("x-requested-with"):
            return HttpResponse(status=204)
        return redirect("instructions:task", self.addressee.pk)


class ReportView(TaskView):
    """The institution's steps. What is refused is told on the task, and what was typed stays."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        act, done = self.acts().get(request.POST.get("act", ""), (None, ""))
        if act is None:
            return redirect("instructions:task", self.addressee.pk)
        try:
            act()
        except Refused as refused:
            self.refused = refused
            self.__dict__.pop("addressee", None)
            response: HttpResponseBase = super().get(request, *args, **kwargs)
            return response
        messages.success(request, done)
        return redirect("instructions:task", self.addressee.pk)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("instructions:task", self.addressee.pk)

    def acts(self) -> dict[str, tuple[Callable[[], object], str]]:
        one, user, text = self.addressee, self.user, posted(self.request.POST.get("text"))
        asked = posted(self.request.POST.get("question"))
        return {
            "akui": (
                lambda: acknowledge(addressee=one, user=user),
                "Instruksi diakui. Penerbit melihatnya.",
            ),
            "kerjakan": (lambda: self._report(done=False), "Dilaporkan sedang dikerjakan."),
            "selesai": (lambda: self._report(done=True), "Dilaporkan selesai."),
            "buka": (
                lambda: reopen(addressee=one, user=user, reason=text),
                "Laporan selesai ditarik; instruksi dikerjakan lagi.",
            ),
            "tanya": (
                lambda: ask(addressee=one, user=user, text=asked),
                "Pertanyaan dikirim. Jawabannya dibaca semua penerima.",
            ),
        }

    def _report(self, *, done: bool) -> None:
        given = self.request.FILES.get("file")
        file = given if isinstance(given, UploadedFile) else None
        report(
            addressee=self.addressee,
            user=self.user,
            done=done,
            text=posted(self.request.POST.get("text")),
            link=posted(self.request.POST.get("link")),
            file=cast("BinaryIO", file.file) if file else None,
            name=file.name or "" if file else "",
            size=file.size or 0 if file else 0,
        )
