"""Write a type's words, and try them before they are saved."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.alignment.engine.wording import Wording
from selaras.alignment.wordings.checking import contradictions, flaws, warnings
from selaras.alignment.wordings.errors import BadWording, WordingChanged
from selaras.alignment.wordings.forms import TrialForm, WordingForm, initial_of
from selaras.alignment.wordings.loading import (
    fingerprint,
    row_of,
    stored_wording,
    stored_wordings,
    worded_types,
)
from selaras.alignment.wordings.policies import may_write
from selaras.alignment.wordings.samples import Sample, sample_of
from selaras.alignment.wordings.screens.base import WordingScreen
from selaras.alignment.wordings.services import write_wording
from selaras.alignment.wordings.trying import Trial, told_of, try_wording
from selaras.common.errors import Refused
from selaras.facts.models import FactType
from selaras.institutions.models import Region

RESULT = "alignment/wordings/result.html"
SAVE = "simpan"


class EditView(WordingScreen, TemplateView):
    """One form: saved by the button `simpan`, tried by every other way of sending it.

    A script that asks for the result alone says so by its header.
    """

    template_name: Any = "alignment/wordings/edit.html"
    kwargs: dict[str, Any]

    @cached_property
    def fact_type(self) -> FactType:
        found = worded_types().filter(pk=self.kwargs["type_id"]).first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def stored(self) -> Wording:
        return stored_wording(self.fact_type)

    @cached_property
    def writes(self) -> bool:
        return may_write(self.user, self.fact_type.owner)

    @cached_property
    def sample(self) -> Sample:
        return sample_of(self.fact_type, self.stored)

    def get_page_title(self) -> str:
        return self.fact_type.label

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self._form()
        trial = TrialForm(self.sample.data())
        return self._shown(form, trial, self._tried(self.stored, trial))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self._form(request.POST)
        trial = TrialForm(request.POST)
        if SAVE in request.POST:
            return self._save(form, trial)
        result = None
        if form.is_valid():
            _add(form, flaws(form.wording(), stored_wordings()))
            if not form.errors:
                result = self._tried(form.wording(), trial)
        if request.headers.get("x-requested-with"):
            return render(request, RESULT, self._result(form, trial, result))
        return self._shown(form, trial, result)

    def _form(self, data: QueryDict | None = None) -> WordingForm:
        """For whoever only looks, what is saved stands in it whatever is sent."""
        initial = {**initial_of(self.stored), "seen": fingerprint(self.stored)}
        form = WordingForm(data, initial=initial, stored=self.stored)
        if not self.writes:
            for field in form.fields.values():
                field.disabled = True
        return form

    def _save(self, form: WordingForm, trial: TrialForm) -> HttpResponse:
        if not form.is_valid():
            return self._shown(form, trial, None)
        wording = form.wording()
        try:
            changed = write_wording(
                actor=self.user,
                fact_type=self.fact_type,
                wording=wording,
                seen=form.cleaned_data["seen"],
            )
        except BadWording as refused:
            _add(form, refused.flaws)
        except WordingChanged as refused:
            form.add_error(None, str(refused))
            return self._shown(form, trial, None, meanwhile=refused.stored)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return self._saved(wording, changed=changed)
        return self._shown(form, trial, None)

    def _saved(self, wording: Wording, *, changed: bool) -> HttpResponse:
        told = _("Tersimpan. Teks yang sudah ada dibaca ulang.")
        messages.success(self.request, told if changed else _("Tidak ada yang berubah."))
        for warning in warnings(wording, stored_wordings()):
            messages.warning(self.request, warning)
        return redirect(reverse("wordings:edit", args=[self.fact_type.pk]))

    def _tried(self, wording: Wording, trial: TrialForm) -> Trial | None:
        if not trial.is_valid() or not trial.cleaned_data["text"].strip():
            return None
        return try_wording(wording, **trial.cleaned_data)

    def _result(self, form: WordingForm, trial: TrialForm, result: Trial | None) -> dict[str, Any]:
        told = told_of(result) if result else ""
        return {"form": form, "trial": trial, "result": result, "told": told}

    def _shown(
        self,
        form: WordingForm,
        trial: TrialForm,
        result: Trial | None,
        meanwhile: Wording | None = None,
    ) -> HttpResponse:
        more = {
            "fact_type": self.fact_type,
            "writes": self.writes,
            "worded": row_of(self.fact_type) is not None,
            "clashes": self._clashes(),
            "differences": _differences(form, meanwhile) if meanwhile else [],
            "seen": fingerprint(meanwhile) if meanwhile else form["seen"].value(),
            "places": Region.objects.order_by("code"),
        }
        return self.render_to_response(
            self.get_context_data(**self._result(form, trial, result), **more)
        )

    def _clashes(self) -> list[str]:
        found = contradictions(stored_wordings())
        return [name for name, *both in found if self.stored.key in {one.key for one in both}]


def _add(form: WordingForm, found: Any) -> None:
    for flaw in found:
        name = flaw.field if flaw.field in form.fields else None
        form.add_error(name, str(flaw))


def _differences(form: WordingForm, stored: Wording) -> list[tuple[str, str]]:
    """What is saved now where it differs from what was typed: the field's label and its words."""
    typed, there = initial_of(form.wording()), initial_of(stored)
    return [
        (str(form.fields[name].label), _words(form, name, there[name]))
        for name in typed
        if name in form.fields and typed[name] != there[name]
    ]


def _words(form: WordingForm, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, tuple):
        return "\n".join(value) or _("kosong")
    return str(dict(form.fields[name].choices)[value])  # type: ignore[attr-defined]
