"""One page in review: what was submitted, the decision about it, and what others say of it."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.pages.aligning.refusing import summary_of
from selaras.pages.clearance import subject_of, version_of
from selaras.pages.models import BasePage
from selaras.pages.review import services
from selaras.pages.review.people import person
from selaras.pages.review.screens.base import PageScreen, page_of
from selaras.pages.review.screens.forms import AfterwardsForm, DecisionForm, RemarkForm
from selaras.review import services as review
from selaras.review.policies import may_approve, may_decide, may_review_after, may_take_back
from selaras.review.queries import newest_round, remarks_on, waiting_emergency, waiting_round
from selaras.review.states import State

Act = Callable[[BasePage, User, dict[str, Any]], None]


def _approve(page: BasePage, user: User, given: dict[str, Any]) -> None:
    services.approve(page=page, user=user, comment=given["comment"], seen=given["seen"])


def _approve_for_later(page: BasePage, user: User, given: dict[str, Any]) -> None:
    services.approve(
        page=page, user=user, comment=given["comment"], seen=given["seen"], publishing=False
    )


def _return(page: BasePage, user: User, given: dict[str, Any]) -> None:
    services.return_to_writer(page=page, user=user, comment=given["comment"])


def _submit(page: BasePage, user: User, given: dict[str, Any]) -> None:
    services.submit(page=page, user=user)


def _publish(page: BasePage, user: User, given: dict[str, Any]) -> None:
    services.publish_approved(page=page, user=user)


def _end(page: BasePage, user: User, given: dict[str, Any]) -> None:
    services.end_approval(page=page, user=user, reason=given["comment"])


def _confirm(page: BasePage, user: User, given: dict[str, Any]) -> None:
    services.confirm_emergency(page=page, user=user, remark=given["reason"])


def _take_down(page: BasePage, user: User, given: dict[str, Any]) -> None:
    services.take_down_emergency(page=page, user=user, reason=given["reason"])


def _remark(page: BasePage, user: User, given: dict[str, Any]) -> None:
    review.remark(version=version_of(page), user=user, **given)


# What a button says, which form stands around it, what is told when it is done.
ACTS: dict[str, tuple[type[Any], Act, str]] = {
    "setujui": (DecisionForm, _approve, "Disetujui."),
    "setujui-nanti": (DecisionForm, _approve_for_later, "Disetujui; belum diterbitkan."),
    "perbaikan": (DecisionForm, _return, "Dikembalikan kepada penulisnya."),
    "ajukan": (DecisionForm, _submit, "Diajukan untuk ditinjau."),
    "terbitkan": (DecisionForm, _publish, "Diterbitkan."),
    "batalkan": (DecisionForm, _end, "Persetujuan dibatalkan; naskahnya menjadi draf lagi."),
    "benarkan": (AfterwardsForm, _confirm, "Penerbitan darurat dibenarkan."),
    "tarik": (AfterwardsForm, _take_down, "Halaman ditarik kembali."),
    "catat": (RemarkForm, _remark, "Catatan Anda terkirim kepada penulisnya."),
}


class ReviewView(PageScreen):
    """For who writes or decides there, and for who has a view over the institution."""

    template_name = "pages/review/page.html"
    page_title: Any = "Tinjauan"
    header_icon = "tasks"
    bound: Any = None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """One of the acts; what is refused is said above the form, which keeps what was typed."""
        form_class, act, done = ACTS.get(request.POST.get("act", ""), (None, None, ""))
        if form_class is None or act is None:
            raise Http404
        self.bound = form_class(request.POST)
        if self.bound.is_valid():
            try:
                act(self.page, self.user, self.bound.cleaned_data)
            except Refused as refusal:
                self.bound.add_error(None, str(refusal))
            else:
                messages.success(request, done)
                return redirect("page_review:page", self.page.pk)
        self.__dict__.pop("page", None)
        return self.get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        subject = subject_of(self.page)
        waiting, emergency = waiting_round(subject), waiting_emergency(subject)
        newest = self.newest
        said = newest_round(subject, str(newest.pk)) if newest else None
        draft = newest.as_object() if newest else None
        alignment = summary_of(self.page, newest)
        return context | {
            "waiting": waiting,
            "said": said,
            "changed": bool(waiting and newest and waiting.version != str(newest.pk)),
            "go_live_at": draft.go_live_at if draft else None,
            "emergency": emergency,
            "may_decide": waiting is not None and may_decide(self.user, waiting),
            "may_take_back": waiting is not None and may_take_back(self.user, waiting),
            "may_approve": may_approve(self.user, self.page.institution),
            "may_review_after": emergency is not None and may_review_after(self.user, emergency),
            "may_submit": context["may_write"]
            and newest is not None
            and context["shown"].draft is State.DRAFT,
            "decision": self._form(DecisionForm, self._seen()),
            "afterwards": self._form(AfterwardsForm, {}),
            "remark_form": self._form(RemarkForm, {}),
            "errors": self._errors(),
            "remarks": remarks_on(subject)[:100],
            "alignment": alignment,
            "differing": sum(not one.located.reason for one in alignment),
        }

    def _errors(self) -> list[str]:
        """What stands beside no field that is shown."""
        if self.bound is None:
            return []
        return [*self.bound.non_field_errors(), *self.bound.errors.get("seen", [])]

    def _seen(self) -> dict[str, str]:
        return {"seen": self.version.fingerprint} if self.newest else {}

    def _form(self, form_class: type[Any], initial: dict[str, Any]) -> Any:
        """The form that was sent, with what is read now instead of what was read then."""
        if not isinstance(self.bound, form_class):
            return form_class(initial=initial)
        if "seen" in self.bound.data and initial:
            self.bound.data = self.bound.data.copy()
            self.bound.data["seen"] = initial["seen"]
        return self.bound


def draft(request: HttpRequest, page_id: int, revision_id: int) -> HttpResponse:
    """A version as its readers will see it."""
    page = page_of(page_id)
    revision = get_object_or_404(page.revisions, pk=revision_id)
    shown: HttpResponse = revision.as_object().make_preview_request(request, "")
    return shown


@require_POST
def handle(request: HttpRequest, page_id: int, remark_id: int) -> HttpResponse:
    """The writer has taken a remark into her text, or dismisses it."""
    page = page_of(page_id)
    found = get_object_or_404(remarks_on(subject_of(page)), pk=remark_id)
    user = person(request.user)
    taken = request.POST.get("taken") == "1"
    review.handle_remark(found=found, taken=taken, user=user)
    words = "Ditandai sudah ditangani." if taken else "Catatan diabaikan."
    messages.success(request, words)
    return redirect("page_review:page", page.pk)
