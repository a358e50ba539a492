"""Saving a page: never over a version that the editor has not seen."""

from functools import cached_property
from typing import Any, cast

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.pages.editing.comments import tell_followers
from selaras.pages.editing.seen import is_outdated, key_of
from selaras.pages.editing.services import keep_version
from selaras.pages.editing.words import saved_meanwhile

KEPT_BEFORE = "kept_revision"


class CarefulEditView(EditView):
    """What was written over an unseen version is kept in the history, and the editor is asked.

    She is told who saved that version and when. Nothing of hers replaces it unless she says so.
    """

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponseBase:
        """A person's own saving waits for another's: looking and writing are one step.

        Automatic saving does not wait: it comes twice a second, and tells of a conflict next time.
        """
        response: HttpResponseBase
        if request.method != "POST" or self.expects_json_response:
            response = super().dispatch(request, page_id, **kwargs)  # type: ignore[no-untyped-call]
            return response
        with transaction.atomic():
            Page.objects.select_for_update().filter(pk=page_id).first()
            response = super().dispatch(request, page_id, **kwargs)  # type: ignore[no-untyped-call]
            return response

    @cached_property
    def is_out_of_date(self) -> bool:
        return is_outdated(self.request.POST, self.latest_revision)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_out_of_date or self.page.alias_of_id:
            usual: HttpResponseBase = super().post(request, *args, **kwargs)  # type: ignore[no-untyped-call]
            return usual
        self.form = self.form_class(
            request.POST,
            request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=request.user,
        )
        self.form.defer_required_fields()
        if self.form.is_valid() and not self.locked_for_user:
            return self._keep(cast("User", request.user))
        self.form.restore_required_fields()
        refused: HttpResponseBase = self.form_invalid(self.form)  # type: ignore[no-untyped-call]
        return refused

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A form that is shown again for its mistakes has still not seen the newer version."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        if self.request.method == "POST" and self.is_out_of_date:
            context["loaded_revision_created_at"] = ""
        return context

    def send_commenting_notifications(self, changes: dict[str, list[Any]]) -> None:
        tell_followers(self.page, cast("User", self.request.user), changes)

    def _keep(self, user: User) -> HttpResponse:
        again = key_of(self.request.POST.get(KEPT_BEFORE, ""))
        kept = keep_version(page=self.form.save(commit=False), user=user, again=again)
        place = reverse("pages_editing:conflict", args=[self.page.pk, kept.pk])
        if not self.expects_json_response:
            return redirect(place)
        answer = {
            "success": False,
            "error_code": "invalid_revision",
            "error_message": saved_meanwhile(self.page, self.latest_revision, user),
            "kept": kept.pk,
        }
        return JsonResponse(answer, status=400)


class CarefulRevertView(CarefulEditView, RevisionsRevertView):
    """The editor of an older version, which becomes the newest when it is saved."""


class CarefulPages(PageViewSet):
    """Wagtail's views of pages, with these two."""

    edit_view_class = CarefulEditView
    revisions_revert_view_class = CarefulRevertView
