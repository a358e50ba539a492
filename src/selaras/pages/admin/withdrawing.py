"""Withdrawing a page with a reason: one from its menu, or several that were ticked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.pages.admin.access import AnyFormView, crumbs
from selaras.pages.models import BasePage
from selaras.pages.policies import may_withdraw
from selaras.pages.services import withdraw
from selaras.pages.services.withdrawing import MOST_LETTERS

ICON = "no-view"


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Alasan",
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca warga di alamat halaman itu, bersama judulnya.",
    )


class WithdrawItem(PageMenuItem):
    label: Any = "Tarik…"
    icon_name: Any = ICON
    url_name: Any = "page_withdrawing:withdraw"

    def is_shown(self, user: User) -> bool:
        return bool(self.page.live) and may_withdraw(user, self.page)


class WithdrawView(WagtailAdminTemplateMixin, AnyFormView):
    """One page; one that this person may not withdraw is not found."""

    template_name = "pages/admin/withdraw.html"
    form_class = ReasonForm
    page_title: Any = "Tarik halaman"
    header_icon = ICON

    @cached_property
    def page(self) -> BasePage:
        found = Page.objects.filter(pk=self.kwargs["pk"]).first()
        page = found.specific if found else None
        if not isinstance(page, BasePage) or not may_withdraw(self.request.user, page):
            raise Http404
        return page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.page.live:
            messages.warning(request, "Halaman ini tidak sedang terbit.")
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return crumbs((edit, self.page.title), ("", self.page_title))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        return context | {"page": self.page}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        if not isinstance(self.request.user, User):
            raise TypeError("an anonymous request passed the editors' sign-in")
        withdraw(page=self.page, reason=form.cleaned_data["reason"], user=self.request.user)
        messages.success(self.request, f'"{self.page.title}" ditarik.')
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)


class WithdrawManyAction(PageBulkAction):
    """All the pages that were ticked, with one reason; all of them are withdrawn, or none."""

    display_name = "Tarik…"
    action_type = "withdraw"
    aria_label = "Tarik halaman yang dipilih"
    template_name = "pages/admin/withdraw_many.html"
    action_priority = 60
    form_class: Any = ReasonForm
    cleaned_form: Any = None

    def check_perm(self, page: Page) -> bool:
        return bool(page.live) and may_withdraw(self.request.user, page)

    def get_execution_context(self) -> dict[str, Any]:
        return {"user": self.request.user, "reason": self.cleaned_form.cleaned_data["reason"]}

    @classmethod
    def execute_action(cls, objects: Sequence[Page], **context: Any) -> tuple[int, int]:
        for page in objects:
            withdraw(page=page.specific, reason=context["reason"], user=context["user"])
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return f"{num_parent_objects} halaman ditarik."
