"""Fields that several forms share: days, roles, a reason, an institution by name."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet

from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.periods import ONE_DAY
from selaras.institutions.people.services.checking import LONGEST_AHEAD, MOST_LETTERS

MEANINGS = {
    Membership.Role.WRITER: "Menulis dan mengubah halaman, lalu mengajukannya.",
    Membership.Role.APPROVER: "Menyetujui dan menerbitkan naskah orang lain.",
    Membership.Role.EMERGENCY: "Menerbitkan seketika dalam keadaan darurat; ditinjau sesudahnya.",
    Membership.Role.ADMINISTRATOR: "Mengatur orang dan profil instansi.",
    Membership.Role.AUDITOR: "Membaca jejak audit instansi.",
    Membership.Role.AUTHOR: "Menyusun pengumuman atas topik instansi.",
    Membership.Role.PLATFORM: "Mengatur semua instansi di platform.",
}
UNREADABLE = "Tanggal ini tidak dapat dibaca."
UNKNOWN_ROLE = "Peran ini tidak ada di sini. Pilih dari daftar."


class DayField(forms.DateField):
    """A day, in the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            error_messages={"invalid": UNREADABLE, "required": "Isi tanggalnya."},
            **kwargs,
        )


class LastDayField(DayField):
    """The last day of a period; its value is the day after."""

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is None:
            return None
        if day > date.max - LONGEST_AHEAD:
            raise forms.ValidationError(UNREADABLE)
        return day + ONE_DAY

    def prepare_value(self, value: Any) -> Any:
        return value - timedelta(days=1) if isinstance(value, date) else value


class RolesField(forms.MultipleChoiceField):
    """Some of the roles that may be given here, each with what it is for."""

    def __init__(self, roles: Iterable[Membership.Role], **kwargs: Any) -> None:
        super().__init__(
            choices=[
                (role.value, f"{role.label.capitalize()}: {MEANINGS[role]}") for role in roles
            ],
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": "Pilih sedikitnya satu peran.",
                "invalid_choice": UNKNOWN_ROLE,
                "invalid_list": UNKNOWN_ROLE,
            },
            **kwargs,
        )

    def clean(self, value: Any) -> list[Membership.Role]:
        return [Membership.Role(one) for one in super().clean(value)]


class InstitutionField(forms.CharField):
    """An institution by its name or slug, out of those that may be chosen."""

    def __init__(self, institutions: QuerySet[Institution], **kwargs: Any) -> None:
        self.institutions = institutions
        super().__init__(max_length=200, **kwargs)

    def names(self) -> Iterable[str]:
        """For the browser's suggestions."""
        return self.institutions.order_by("name").values_list("name", flat=True)

    def clean(self, value: Any) -> Institution | None:
        text = super().clean(value)
        if not text:
            return None
        found = list(self.institutions.filter(name__iexact=text)[:2])
        found = found or list(self.institutions.filter(slug=text.lower()))
        if len(found) != 1:
            raise forms.ValidationError("Instansi ini tidak ada dalam daftar.")
        return found[0]


def reason_field() -> forms.CharField:
    return forms.CharField(
        label="Alasan",
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Tersimpan selamanya dalam jejak audit. Jangan tulis nama orang.",
        error_messages={
            "required": "Tulis alasannya.",
            "max_length": "Paling panjang %(limit_value)d huruf; ini %(show_value)d.",
        },
    )
