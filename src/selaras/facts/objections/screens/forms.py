"""What is written in an objection, and in its answer."""

from typing import Any

from django import forms
from wagtail.documents.widgets import AdminDocumentChooser

from selaras.facts.models import FactType, Kind
from selaras.facts.objections.checking import MOST_ADDRESS, MOST_PROPOSED
from selaras.facts.objections.services.answering import MOST_ANSWER, MOST_REFERENCE
from selaras.facts.objections.services.filing import MOST_REASON
from selaras.institutions.models import Institution
from selaras.media.models import File, Library

ACCEPT, REJECT = "terima", "tolak"
NO_FILE = "Berkas itu tidak ada di perpustakaan instansi ini. Pilih lagi."
HINTS: dict[str, str] = {
    Kind.NUMBER: "Dengan notasi Indonesia: 12.500 atau 3,75.",
    Kind.PERCENTAGE: "Misalnya 58,6.",
    Kind.MONEY: "Misalnya Rp1.200.000.",
    Kind.DATE: "Misalnya 4 Oktober 2021.",
    Kind.PERIOD: "Misalnya 1 Oktober 2021 sampai 4 Oktober 2021.",
    Kind.TIME: "Misalnya 08.00-16.00 WIB.",
    Kind.CONTACT: "Nama; nomor; surel; situs, dipisahkan titik koma.",
}


def _text(label: str, *, most: int, rows: int, required: str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required},
        **more,
    )


class ObjectionForm(forms.Form):
    """`proposed` is a choice where the type has choices."""

    reason = _text(
        "Keliru bagi kami, karena…",
        most=MOST_REASON,
        rows=6,
        required="Tulis mengapa nilai ini keliru bagi wilayah Anda.",
        help_text="Sebutkan apa yang tidak cocok dan apa dasarnya.",
    )
    evidence_url = forms.CharField(
        label="Tautan bukti",
        required=False,
        max_length=MOST_ADDRESS,
        help_text="Boleh kosong. Alamat dokumen atau data, dimulai dengan https://.",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    field_order = ["reason", "proposed", "evidence_url", "evidence_file"]

    def __init__(
        self, *args: Any, fact_type: FactType, institution: Institution, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposed"] = _proposed(fact_type)
        kept = Library.objects.filter(institution=institution)
        self.fields["evidence_file"] = forms.ModelChoiceField(
            File.objects.filter(collection__in=kept.values("collection")),
            label="Berkas bukti",
            required=False,
            help_text=f"Boleh kosong. Dari perpustakaan dokumen {institution.short_name}.",
            widget=AdminDocumentChooser(),
            error_messages={"invalid_choice": NO_FILE},
        )
        self.order_fields(self.field_order)


def _proposed(fact_type: FactType) -> forms.Field:
    label, hint = "Nilai yang benar menurut Anda", "Boleh kosong."
    if fact_type.kind == Kind.CHOICE:
        choices = [(one.value, one.label) for one in fact_type.choices.all()]
        return forms.ChoiceField(
            label=label,
            required=False,
            help_text=hint,
            choices=[("", "Tanpa usulan"), *choices],
            error_messages={"invalid_choice": "Nilai ini bukan pilihan. Pilih dari daftar."},
        )
    return forms.CharField(
        label=label,
        required=False,
        max_length=MOST_PROPOSED,
        help_text=f"{hint} {HINTS.get(fact_type.kind, '')}".strip(),
        widget=forms.Textarea(attrs={"rows": 3}) if fact_type.kind == Kind.TEXT else None,
    )


class AnswerForm(forms.Form):
    decision = forms.ChoiceField(
        label="Jawaban",
        choices=[
            (ACCEPT, "Terima: nilainya sudah atau akan diperbaiki"),
            (REJECT, "Tolak: nilainya tetap"),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pilih menerima atau menolak.",
            "invalid_choice": "Pilih menerima atau menolak.",
        },
    )
    text = _text("Alasan", most=MOST_ANSWER, rows=6, required="Tulis alasan jawaban Anda.")
    correction = forms.CharField(
        label="Rujukan perbaikan",
        required=False,
        max_length=MOST_REFERENCE,
        help_text="Boleh kosong; hanya bila diterima. Alamat pengumuman yang memperbaikinya, atau"
        " nomor keputusannya.",
    )
