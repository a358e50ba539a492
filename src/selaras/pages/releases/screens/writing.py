"""Putting a release together, and changing it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.announcements.checking import Checked
from selaras.common.errors import Refused
from selaras.institutions.models import Institution, Topic
from selaras.pages.admin.access import EditorsView, crumbs
from selaras.pages.models import Release
from selaras.pages.releases import announcing
from selaras.pages.releases.queries import preparing, releases_for
from selaras.pages.releases.screens.forms import ReleaseForm, filled
from selaras.pages.releases.screens.listing import ICON, TITLE
from selaras.pages.releases.services import change, make
from selaras.pages.releases.services.drafting import MOST_PAGES

CHECK = "periksa"


class WritingView(EditorsView, WagtailAdminTemplateMixin, TemplateView):
    """One form; checking the announcement shows what it would change, and saves nothing."""

    template_name = "pages/releases/edit.html"
    header_icon = ICON
    form: Any = None
    checked: Checked | None = None
    refused: Refused | None = None
    release: Release | None = None

    @property
    def institution(self) -> Institution:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.form = ReleaseForm(self.institution, request.POST)
        try:
            if request.POST.get("act") == CHECK:
                self.checked = announcing.read(
                    text=request.POST.get("document", ""), institution=self.institution
                )
            elif self.form.is_valid():
                return self._saved(self._save(**self.form.cleaned_data))
        except Refused as refusal:
            self.refused = refusal
        response: HttpResponseBase = self.get(request, *args, **kwargs)
        return response

    def _save(self, **given: Any) -> Release:
        raise NotImplementedError

    def _saved(self, release: Release) -> HttpResponse:
        messages.success(self.request, f'Rilis "{release.title}" disimpan sebagai draf.')
        return redirect("releases:show", release.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        initial = filled(self.release) if self.release else None
        form = self.form or ReleaseForm(self.institution, initial=initial)
        return context | {
            "form": form,
            "institution": self.institution,
            "speaks": Topic.objects.filter(owner=self.institution).exists(),
            "most": MOST_PAGES,
            "checked": self.checked,
            "refused": self.refused,
            "flaws": getattr(self.refused, "flaws", None),
            "checking": self.request.POST.get("act") == CHECK,
        }


class NewView(WritingView):
    page_title: Any = "Susun rilis"

    @cached_property
    def institutions(self) -> list[Institution]:
        return list(preparing(self.user))

    @cached_property
    def institution(self) -> Institution:
        """The one that is asked for, else the first of one's own."""
        asked = self.request.GET.get("instansi")
        found = [one for one in self.institutions if asked in (None, one.slug)]
        if not found:
            raise Http404
        return found[0]

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs((reverse("releases:list"), TITLE), ("", str(self.page_title)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"institutions": self.institutions[:50]}

    def _save(self, **given: Any) -> Release:
        given["pages"] = [int(key) for key in given["pages"]]
        return make(institution=self.institution, user=self.user, **given)


class EditView(WritingView):
    page_title: Any = "Ubah rilis"

    @cached_property
    def release(self) -> Release:  # type: ignore[override]
        return get_object_or_404(releases_for(self.user), pk=self.kwargs["pk"])

    @property
    def institution(self) -> Institution:
        return self.release.institution

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.release.is_open:
            messages.warning(request, "Rilis ini tidak dapat diubah dalam keadaannya sekarang.")
            return redirect("releases:show", self.release.pk)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        show = (reverse("releases:show", args=[self.release.pk]), self.release.title)
        return crumbs((reverse("releases:list"), TITLE), show, ("", str(self.page_title)))

    def _save(self, **given: Any) -> Release:
        given["pages"] = [int(key) for key in given["pages"]]
        return change(release=self.release, user=self.user, **given)
