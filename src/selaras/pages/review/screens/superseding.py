"""Saying which page has taken a page's place."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from selaras.common.errors import Refused
from selaras.pages.policies import require_withdrawing
from selaras.pages.review.screens.base import PageScreen
from selaras.pages.review.services import supersede


class SupersedeForm(forms.Form):
    by = forms.ModelChoiceField(
        queryset=Page.objects.filter(depth__gt=2),
        label="Halaman pengganti",
        required=False,
        widget=AdminPageChooser(show_edit_link=False),
        help_text="Halaman di situs yang sama. Kosong: halaman ini tidak digantikan.",
    )


class SupersedeView(PageScreen):
    template_name = "pages/review/supersede.html"
    page_title: Any = "Nyatakan digantikan"
    header_icon = "redirect"
    form: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require_withdrawing(user=self.user, page=self.page)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.form = SupersedeForm(request.POST)
        if self.form.is_valid():
            try:
                supersede(page=self.page, by=self.form.cleaned_data["by"], user=self.user)
            except Refused as refusal:
                self.form.add_error("by", str(refusal))
            else:
                messages.success(request, f'Keterangan pada "{self.page.title}" disimpan.')
                return redirect("wagtailadmin_explore", self.page.get_parent().pk)
        return self.get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = self.form or SupersedeForm(initial={"by": self.page.superseded_by_id})
        return super().get_context_data(**kwargs) | {"form": form, "media": form.media}
