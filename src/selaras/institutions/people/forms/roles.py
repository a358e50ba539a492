"""Forms that give, change and take roles."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.forms.fields import (
    DayField,
    InstitutionField,
    LastDayField,
    RolesField,
    reason_field,
)

NOW, LATER = "now", "later"


class GrantForm(forms.Form):
    """Roles for somebody who is here already."""

    def __init__(self, *args: Any, roles: Iterable[Membership.Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"] = RolesField(roles, label="Peran")
        self.fields["valid_from"] = DayField(label="Mulai")
        self.fields["valid_to"] = LastDayField(
            label="Hari terakhir", required=False, help_text="Kosongkan bila tanpa batas."
        )


class PeriodForm(forms.Form):
    """When a role begins and ends; what has begun keeps its first day."""

    valid_from = DayField(label="Mulai")
    valid_to = LastDayField(
        label="Hari terakhir", required=False, help_text="Kosongkan bila tanpa batas."
    )

    def __init__(self, *args: Any, begun: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].disabled = begun


class EndForm(forms.Form):
    """End now, or with the end of a day to come."""

    when = forms.ChoiceField(
        label="Kapan",
        choices=[(NOW, "Sekarang juga"), (LATER, "Pada akhir hari terakhir")],
        widget=forms.RadioSelect,
        initial=NOW,
    )
    last_day = LastDayField(
        label="Hari terakhir",
        required=False,
        help_text="Hanya bila tidak sekarang. Hak berakhir pukul 24.00 waktu instansi.",
    )
    reason = reason_field()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("when") == LATER and "last_day" in cleaned:
            end = cleaned["last_day"]
            if end is None:
                self.add_error("last_day", "Isi hari terakhirnya.")
            elif end <= self.today:
                self.add_error(
                    "last_day", "Hari ini sudah lewat. Untuk sekarang, pilih yang pertama."
                )
        return cleaned

    @property
    def end(self) -> date | None:
        """The first day without the right; None: now."""
        last: date | None = self.cleaned_data["last_day"]
        return last if self.cleaned_data["when"] == LATER else None


class MoveForm(forms.Form):
    """Roles end here and begin there."""

    def __init__(
        self,
        *args: Any,
        destinations: QuerySet[Institution],
        roles: Iterable[Membership.Role],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["destination"] = InstitutionField(
            destinations,
            label="Instansi tujuan",
            help_text="Tulis namanya, lalu pilih dari saran.",
            widget=forms.TextInput(attrs={"list": "instansi-tujuan", "autocomplete": "off"}),
        )
        self.fields["roles"] = RolesField(roles, label="Peran di sana")
        self.fields["day"] = DayField(
            label="Hari pertama di sana",
            help_text="Semua peran di sini berakhir sehari sebelumnya.",
        )
        self.fields["reason"] = reason_field()


class ReasonForm(forms.Form):
    reason = reason_field()
