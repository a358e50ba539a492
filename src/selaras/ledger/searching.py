"""The filters of the audit, the same on screen and on the command line."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone

from selaras.ledger.actors import CITIZEN, COMMAND
from selaras.ledger.errors import UnclearFilter
from selaras.ledger.queries import MOST_PEOPLE, Wanted, actors_named
from selaras.ledger.words import named_actions

OF_NONE = "-"
CALENDAR = [
    MinValueValidator(date(1945, 8, 17), "Tanggal itu terlalu awal."),
    MaxValueValidator(date(2999, 12, 31), "Tanggal itu terlalu jauh."),
]
PSEUDONYMS = ("orang:", "sistem:")


class AuditFilters(forms.Form):
    """What is looked for, in the words of the address and of the command's options."""

    dari = forms.DateField(label="Dari tanggal", required=False, validators=CALENDAR)
    sampai = forms.DateField(label="Sampai tanggal", required=False, validators=CALENDAR)
    instansi = forms.CharField(label="Instansi", required=False, max_length=200)
    orang = forms.CharField(
        label="Orang", required=False, max_length=200, help_text="Bagian nama, atau rujukannya."
    )
    tindakan = forms.CharField(label="Tindakan", required=False, max_length=100)
    objek = forms.CharField(
        label="Objek", required=False, max_length=201, help_text="Misalnya page:12."
    )

    def __init__(
        self, data: Mapping[str, Any], *, readable: Mapping[str, str] | None, everything: bool
    ) -> None:
        """`readable` None is the command line: every institution, and nothing to choose from."""
        super().__init__(data)
        self.institutions = readable or {}
        self._chosen, self._everything = readable is not None, everything
        for name in ("dari", "sampai"):
            self.fields[name].widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        if readable is not None:
            none = [(OF_NONE, "Tanpa instansi")] if everything else []
            self._offer("instansi", "Semua instansi", [*none, *readable.items()])
        self._offer("tindakan", "Semua tindakan", list(named_actions().items()))

    def _offer(self, name: str, everything: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].widget = forms.Select(choices=[("", everything), *choices])

    def clean_instansi(self) -> frozenset[str] | None:
        chosen = self.cleaned_data["instansi"]
        if not chosen:
            return None if self._everything else frozenset(self.institutions)
        if chosen == OF_NONE and self._everything:
            return frozenset({""})
        if self._chosen and chosen not in self.institutions:
            raise ValidationError("Instansi itu tidak ada, atau auditnya bukan untuk Anda.")
        return frozenset({chosen})

    def clean_orang(self) -> frozenset[str] | None:
        text = self.cleaned_data["orang"].strip()
        if not text:
            return None
        if text in {COMMAND, CITIZEN} or text.startswith(PSEUDONYMS):
            return frozenset({text})
        found = actors_named(text)
        if len(found) > MOST_PEOPLE:
            raise ValidationError("Terlalu banyak orang bernama begitu; tulis lebih lengkap.")
        return found

    def clean_objek(self) -> tuple[str, str]:
        kind, colon, key = self.cleaned_data["objek"].strip().partition(":")
        if bool(kind) != bool(key) or (colon and not key):
            raise ValidationError("Tulis jenis dan kuncinya, misalnya page:12.")
        return kind, key

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("dari"), self.cleaned_data.get("sampai")
        if since and until and until < since:
            self.add_error("sampai", "Tanggal akhir mendahului tanggal awal.")
        return self.cleaned_data

    def wanted(self) -> Wanted:
        """Raises `UnclearFilter`, which says all that is wrong."""
        if not self.is_valid():
            raise UnclearFilter(
                "Saringan audit tidak dapat dibaca.",
                "\n".join(
                    f"{self.fields[name].label if name in self.fields else 'Saringan'}: {error}"
                    for name, errors in self.errors.items()
                    for error in errors
                ),
            )
        given = self.cleaned_data
        kind, key = given["objek"]
        return Wanted(
            since=_midnight(given["dari"]),
            until=_midnight(given["sampai"], days=1),
            institutions=given["instansi"],
            actors=given["orang"],
            action=given["tindakan"],
            object_kind=kind,
            object_id=key,
        )

    def asked(self) -> dict[str, str]:
        """The filters that were set, as they were written."""
        return {name: str(self.data[name]) for name in self.fields if self.data.get(name)}


def _midnight(day: date | None, *, days: int = 0) -> datetime | None:
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days), time.min))
