"""The form of a release."""

from datetime import datetime
from typing import Any

from django import forms

from selaras.common.errors import Refused
from selaras.institutions.models import Institution
from selaras.pages.models import Release
from selaras.pages.releases.moments import FORM, moment_from
from selaras.pages.releases.queries import candidates
from selaras.pages.releases.services.drafting import MOST_LETTERS


class ReleaseForm(forms.Form):
    """What is chosen from are the pages that may go, and those that are in it already."""

    title = forms.CharField(
        label="Judul", max_length=MOST_LETTERS, help_text="Hanya dibaca di ruang redaksi."
    )
    goes_at = forms.CharField(
        label="Waktu rilis",
        max_length=40,
        widget=forms.TextInput(attrs={"type": "datetime-local", "step": "1"}),
    )
    pages = forms.MultipleChoiceField(
        label="Halaman", widget=forms.CheckboxSelectMultiple, required=False
    )
    document = forms.Field(
        label="Naskah pengumuman",
        required=False,
        widget=forms.Textarea(
            attrs={
                "rows": 14, "wrap": "off", "spellcheck": "false", "autocapitalize": "off",
                "class": "announce-text",
            }
        ),
    )  # fmt: skip

    def __init__(self, institution: Institution, *args: Any, **kwargs: Any) -> None:
        self.institution = institution
        super().__init__(*args, **kwargs)
        zone = institution.region.zone
        self.fields["goes_at"].help_text = f"Jam {zone}, sampai detik; paling jauh setahun lagi."
        pages: Any = self.fields["pages"]
        found = list(candidates(institution))
        pages.choices = [(str(page.pk), page.draft_title) for page in found]
        pages.error_messages["invalid_choice"] = (
            "Salah satu halaman yang dicentang tidak dapat dirilis lagi: belum disetujui, "
            "sudah terjadwal, atau menunggu rilis lain."
        )

    def clean_goes_at(self) -> datetime:
        try:
            return moment_from(self.cleaned_data["goes_at"], self.institution.region.tzinfo)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean_document(self) -> str:
        return str(self.cleaned_data["document"] or "")


def filled(release: Release) -> dict[str, Any]:
    """What the form shows of a release that is there."""
    local = release.institution.region.local(release.goes_at)
    return {
        "title": release.title,
        "goes_at": local.strftime(FORM),
        "pages": [str(key) for key in release.items.values_list("page", flat=True) if key],
        "document": release.document,
    }
