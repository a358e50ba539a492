"""The editor of a page, where nobody publishes by herself."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.revisions import RevisionsUnscheduleView
from wagtail.models import Page

from selaras.pages.adopting.panels import add_panel
from selaras.pages.aligning.panels import AlignmentPanel
from selaras.pages.editing.saving import CarefulEditView, CarefulPages, CarefulRevertView
from selaras.pages.models import BasePage
from selaras.pages.review.panels import RemarksPanel
from selaras.pages.review.people import person
from selaras.pages.review.services import unschedule
from selaras.review.policies import may_approve

CHANGED = "Perubahan Anda disimpan sebagai versi baru. Ajukan versi itu; orang lain menyetujuinya."


class ReviewedEditView(CarefulEditView):
    """What would publish saves instead, and leads to where a reason is asked for."""

    @cached_property
    def action_name_and_method(self) -> tuple[str, Any]:
        again = self.request.POST.get("action-submit") and self.page.workflow_in_progress
        if again and not self.locked_for_user:
            return "submit", self.submit_again
        found: tuple[str, Any] = super().action_name_and_method
        return found

    def submit_again(self) -> HttpResponseBase:
        """An approver who changed what waits submits it herself; another decides."""
        self.page.current_workflow_state.cancel(user=self.request.user)
        response: HttpResponseBase = self.submit_action()  # type: ignore[no-untyped-call]
        return response

    def publish_action(self) -> HttpResponseBase:
        return self._save_and_go("page_review:emergency")

    def perform_workflow_action(self) -> HttpResponseBase:
        """A decision is about what was submitted, never about what is changed with it."""
        if self.has_content_changes:
            messages.warning(self.request, CHANGED)
            return self._save_and_go("page_review:page")
        response: HttpResponseBase = super().perform_workflow_action()  # type: ignore[no-untyped-call]
        return response

    def get_side_panels(self) -> MediaContainer:
        panels: MediaContainer = super().get_side_panels()  # type: ignore[no-untyped-call]
        if not self.expects_json_response:
            panels.append(AlignmentPanel(self.page, self.request))
            panels.append(RemarksPanel(self.page, self.request))
            add_panel(self.page, self.request, panels)
        return panels

    def _save_and_go(self, name: str) -> HttpResponseBase:
        saved: HttpResponse = self.save_action()  # type: ignore[no-untyped-call]
        return redirect(name, self.page.pk) if saved.status_code == HTTPStatus.FOUND else saved


class ReviewedRevertView(ReviewedEditView, CarefulRevertView):
    """The editor of an older version, which becomes the newest draft when it is saved."""


class ReviewedCreateView(CreateView):
    def get_side_panels(self) -> MediaContainer:
        panels: MediaContainer = super().get_side_panels()  # type: ignore[no-untyped-call]
        if not self.expects_json_response:
            panels.append(AlignmentPanel(self.page, self.request, above=self.parent_page))
        return panels

    def publish_action(self) -> HttpResponseBase:
        saved: HttpResponseBase = self.save_action()  # type: ignore[no-untyped-call]
        if saved.status_code != HTTPStatus.FOUND:
            return saved
        return redirect("page_review:emergency", self.page.pk)


class ReviewedUnscheduleView(RevisionsUnscheduleView):
    """An approver takes the moment back, and with it the approval."""

    def get_object(self, queryset: Any = None) -> BasePage:
        page = get_object_or_404(Page, pk=self.pk).specific
        if not isinstance(page, BasePage) or not may_approve(
            person(self.request.user), page.institution
        ):
            raise PermissionDenied
        return page

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        unschedule(page=self.object, user=person(request.user))
        messages.success(request, "Jadwal dibatalkan; naskahnya menjadi draf lagi.")
        return redirect("wagtailadmin_pages:edit", self.object.pk)


class ReviewedPages(CarefulPages):
    """Wagtail's views of pages, with review."""

    edit_view_class = ReviewedEditView
    add_view_class = ReviewedCreateView
    revisions_revert_view_class = ReviewedRevertView
    revisions_unschedule_view_class = ReviewedUnscheduleView
