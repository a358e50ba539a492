"""What is written about a type's words, and what they are tried on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.alignment.engine.wording import Stricter, Wording
from selaras.alignment.models import TypeWording
from selaras.alignment.wordings.fields import LinesField
from selaras.alignment.wordings.normal import tidied
from selaras.facts.models import Kind
from selaras.institutions.people.forms.fields import DayField
from selaras.institutions.people.forms.oversights import RegionField

COUNTED = frozenset({Kind.NUMBER, Kind.PERCENTAGE, Kind.MONEY})
RULES = ("rounded", "several", "stricter", "mandatory")
CHOICE = "choice:"
MOST_SAMPLE = 20_000
OF_CHOICES = _(
    "Cara pilihannya ditulis, satu per baris, dengan {nilai} di tempatnya: level {nilai},"
    " (zona|status) [risiko] {nilai}. Tanpa bentuk, kata pilihannya dicari dekat sebutan."
)


class WordingForm(forms.Form):
    """The parts that a type of this kind has; `wording()` is the whole, with what was typed."""

    aliases = LinesField(
        label=_("Sebutan"),
        rows=6,
        help_text=_("Nama-nama fakta ini dalam teks, satu per baris. Kosong berarti namanya saja."),
    )
    patterns = LinesField(
        label=_("Bentuk nilai"),
        rows=4,
        help_text=_(
            "Cara nilainya ditulis, satu per baris, dengan {nilai} di tempatnya: level {nilai},"
            " (zona|status) [risiko] {nilai}. Kosong berarti nilai apa pun di dekat sebutan."
        ),
    )
    excludes = LinesField(
        label=_("Kata yang berarti hal lain"),
        rows=3,
        help_text=_("Kalimat dengan kata ini bukan tentang fakta ini, satu per baris."),
    )
    rounded = forms.BooleanField(
        label=_("Terima pembulatan yang wajar"),
        required=False,
        help_text=_("“Sekitar 1,2 juta” tidak bertentangan dengan 1.203.450."),
    )
    several = forms.BooleanField(
        label=_("Boleh lebih dari satu nilai sekaligus"),
        required=False,
        help_text=_("Misalnya dua nomor telepon: nilai lain di sampingnya belum tentu salah."),
    )
    stricter = forms.ChoiceField(
        label=_("Aturan daerah yang lebih ketat"),
        required=False,
        choices=TypeWording.Stricter.choices,
        help_text=_("Apakah daerah boleh menetapkan sendiri nilai yang lebih ketat."),
    )
    mandatory = forms.BooleanField(
        label=_("Wajib selaras sebelum terbit"),
        required=False,
        help_text=_("Teks yang bertentangan tidak terbit sebelum diperbaiki."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, stored: Wording, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = stored
        if stored.kind not in COUNTED:
            del self.fields["rounded"], self.fields["stricter"]
        if stored.kind == Kind.CHOICE:
            self.fields["patterns"].help_text = OF_CHOICES
        for value, words in stored.choices.items():
            self.fields[f"{CHOICE}{value}"] = LinesField(
                label=words[0],
                rows=2,
            )

    @property
    def rules(self) -> list[forms.BoundField]:
        """How a value is compared."""
        return [self[name] for name in RULES if name in self.fields]

    @property
    def choice_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith(CHOICE)]

    def wording(self) -> Wording:
        typed = self.cleaned_data
        given = {name: typed[name] for name in ("rounded", "stricter") if name in typed}
        if "stricter" in given:
            given["stricter"] = Stricter(given["stricter"])
        return replace(
            self.stored,
            aliases=typed["aliases"],
            patterns=typed["patterns"],
            excludes=typed["excludes"],
            choices={
                value: tidied([words[0], *map(str.lower, typed[f"{CHOICE}{value}"])])
                for value, words in self.stored.choices.items()
            },
            several=typed["several"],
            mandatory=typed["mandatory"],
            **given,
        )


def initial_of(wording: Wording) -> Mapping[str, Any]:
    """How the form shows a wording; a choice's label is not among its words."""
    return {
        "aliases": wording.aliases,
        "patterns": wording.patterns,
        "excludes": wording.excludes,
        "rounded": wording.rounded,
        "several": wording.several,
        "stricter": str(wording.stricter),
        "mandatory": wording.mandatory,
        **{f"{CHOICE}{value}": words[1:] for value, words in wording.choices.items()},
    }


class TrialForm(forms.Form):
    """A sample text, and where and when it is read."""

    text = forms.CharField(
        label=_("Contoh teks"),
        required=False,
        max_length=MOST_SAMPLE,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    region = RegionField(
        label=_("Wilayah penulis"),
        max_length=100,
        widget=forms.TextInput(attrs={"list": "wilayah", "autocomplete": "off"}),
        error_messages={"required": _("Tulis wilayah yang berbicara.")},
    )
    day = DayField(label=_("Tanggal teks"))
