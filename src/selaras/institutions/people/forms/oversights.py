"""The form that gives a view over a region."""

from typing import Any

from django import forms

from selaras.institutions.models import Institution, Region
from selaras.institutions.people.forms.fields import DayField, InstitutionField, LastDayField
from selaras.institutions.queries import resolve_region
from selaras.language.gazetteer import PlaceError


class RegionField(forms.CharField):
    """A region by its code, or by its name in any usual spelling."""

    def clean(self, value: Any) -> Region:
        text = super().clean(value)
        try:
            return resolve_region(text)
        except PlaceError as error:
            raise forms.ValidationError(f"{error.problem} {error.remedy}".strip()) from None


class OverseeForm(forms.Form):
    valid_from = DayField(label="Mulai")
    valid_to = LastDayField(
        label="Hari terakhir", required=False, help_text="Kosongkan bila tanpa batas."
    )
    field_order = ["viewer", "region", "valid_from", "valid_to"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["viewer"] = InstitutionField(
            Institution.objects.select_related("region"),
            label="Instansi pembaca",
            help_text="Tulis namanya, lalu pilih dari saran.",
            widget=forms.TextInput(attrs={"list": "instansi-pembaca", "autocomplete": "off"}),
        )
        self.fields["region"] = RegionField(
            label="Wilayah", help_text='Misalnya "Jawa Barat", "Kota Bandung", atau "32.73".'
        )
        self.order_fields(self.field_order)
