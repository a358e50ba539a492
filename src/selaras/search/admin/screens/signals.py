"""The weights of signals: what each means, what is shipped, what is set."""

from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.common.errors import Refused
from selaras.search.admin.errors import BadWeights
from selaras.search.admin.screens.base import Screen
from selaras.search.admin.services import reset_weights, set_weights
from selaras.search.signals import SIGNALS, Signal
from selaras.search.tuning import weights

RESET = "pulihkan"


def number(value: float) -> str:
    """As it is typed, without zeros that say nothing."""
    return f"{value:g}".replace(".", ",")


class WeightsForm(forms.Form):
    """A field for each signal; bounds are the service's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in SIGNALS:
            self.fields[one.name] = forms.FloatField(
                label=one.label,
                localize=True,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
                error_messages={
                    "required": "Tulis bobotnya; 0 berarti tidak dipakai.",
                    "invalid": "Tulis angka, misalnya 0,3.",
                },
            )


class Row(NamedTuple):
    signal: Signal
    field: forms.BoundField
    default: str
    bounds: str
    changed: bool


class SignalsView(Screen, TemplateView):
    """One form: saved by its button, or all as shipped by the button `pulihkan`."""

    template_name: Any = "search/admin/signals.html"
    page_title: Any = "Bobot"
    here = "signals"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._shown(
            WeightsForm(initial={name: number(value) for name, value in weights().items()})
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = WeightsForm(request.POST)
        try:
            if RESET in request.POST:
                return self._saved(changed=reset_weights(actor=self.user))
            if form.is_valid():
                changed = set_weights(actor=self.user, weights=form.cleaned_data)
                return self._saved(changed=changed)
        except BadWeights as refused:
            for name, flaw in refused.flaws.items():
                form.add_error(name, flaw)
        except Refused as refused:
            form.add_error(None, str(refused))
        return self._shown(form)

    def _saved(self, *, changed: bool) -> HttpResponse:
        told = "Tersimpan. Urutan hasil berubah dalam sedetik."
        messages.success(self.request, told if changed else "Tidak ada yang berubah.")
        return redirect(reverse("search_admin:signals"))

    def _shown(self, form: WeightsForm) -> HttpResponse:
        current = weights()
        rows = [
            Row(
                one,
                form[one.name],
                number(one.default),
                f"{number(one.least)}–{number(one.most)}",
                current[one.name] != one.default,
            )
            for one in SIGNALS
        ]
        context = {"form": form, "rows": rows, "changed": any(row.changed for row in rows)}
        return self.render_to_response(self.get_context_data(**context))
