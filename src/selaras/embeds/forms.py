"""Forms of the chooser of facts."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.embeds.spec import EmbedSpec
from selaras.facts.formats import FORMAT_LABELS, Format
from selaras.institutions.queries import resolve_region
from selaras.language.gazetteer import PlaceError

CURRENT, AS_OF = "current", "as-of"


class OptionsForm(forms.Form):
    """How a fact stands in a text. `today` is the date in the region of the page."""

    format = forms.ChoiceField(
        label=_("Bentuk"), choices=[(str(name), label) for name, label in FORMAT_LABELS.items()]
    )
    region = forms.CharField(
        label=_("Wilayah"),
        required=False,
        help_text=_(
            "Kosongkan untuk wilayah halaman ini. Untuk wilayah lain tulis kode atau namanya, "
            "misalnya 32.73 atau Kota Bandung."
        ),
    )
    time = forms.ChoiceField(
        label=_("Waktu"),
        choices=[(CURRENT, _("selalu yang terbaru")), (AS_OF, _("per tanggal …"))],
        widget=forms.RadioSelect,
    )
    as_of = forms.DateField(
        label=_("Tanggal"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Nilai yang berlaku pada awal hari itu; tidak berubah lagi kemudian."),
    )

    def __init__(self, *args: Any, fact_type: UUID, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fact_type = fact_type
        self.today = today
        self.fields["as_of"].widget.attrs["max"] = today.isoformat()

    @staticmethod
    def initial_of(spec: EmbedSpec | None, today: date) -> dict[str, Any]:
        """The form's values for an embed that exists already, or for a new one."""
        return {
            "format": str(spec.format if spec else Format.SHORT),
            "region": spec.region if spec else "",
            "time": AS_OF if spec and spec.as_of else CURRENT,
            "as_of": (spec.as_of if spec else None) or today,
        }

    def clean_region(self) -> str:
        """The code of the region that is meant; empty for the page's own."""
        text = self.cleaned_data["region"]
        if not text:
            return ""
        try:
            return resolve_region(text).pk
        except PlaceError as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("time") == AS_OF and "as_of" in cleaned:
            if cleaned["as_of"] is None:
                self.add_error("as_of", _("Isi tanggalnya, atau pilih selalu yang terbaru."))
            elif cleaned["as_of"] > self.today:
                self.add_error("as_of", _("Tanggal tidak boleh di masa depan."))
        return cleaned

    def spec(self) -> EmbedSpec:
        """The embed that a valid form describes."""
        cleaned = self.cleaned_data
        as_of = cleaned["as_of"] if cleaned["time"] == AS_OF else None
        return EmbedSpec(self.fact_type, Format(cleaned["format"]), cleaned["region"], as_of)
