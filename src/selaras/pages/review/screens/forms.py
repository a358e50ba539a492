"""The forms of review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.review.services.emergencies import MOST_LETTERS as MOST_REASON
from selaras.review.services.links import MOST_DAYS
from selaras.review.services.links import MOST_LETTERS as MOST_NAME
from selaras.review.services.remarks import MOST_LETTERS as MOST_REMARK

DAYS = [(days, f"{days} hari") for days in (1, 3, 7, MOST_DAYS)]


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DecisionForm(forms.Form):
    """What somebody decides about the version that she has read."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    comment = forms.CharField(
        label="Catatan",
        required=False,
        max_length=MOST_REMARK,
        widget=_lines(3),
        help_text="Wajib jika Anda meminta perbaikan; penulis membacanya.",
    )


class AfterwardsForm(forms.Form):
    """The review of what was published at once."""

    reason = forms.CharField(
        label="Catatan",
        required=False,
        max_length=MOST_REASON,
        widget=_lines(2),
        help_text="Wajib jika Anda menariknya: dibaca warga di alamat halaman itu.",
    )


class ReasonForm(forms.Form):
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Alasan",
        max_length=MOST_REASON,
        widget=_lines(2),
        help_text="Mengapa ini tidak dapat menunggu tinjauan. Peninjau dan pemeriksa membacanya.",
    )


class RemarkForm(forms.Form):
    """A comment, or other words for a passage."""

    text = forms.CharField(
        label=_("Catatan"), required=False, max_length=MOST_REMARK, widget=_lines(4)
    )
    quote = forms.CharField(
        label=_("Kutipan"),
        required=False,
        max_length=MOST_REMARK,
        widget=_lines(2),
        help_text=_("Boleh kosong: kata-kata naskah yang Anda maksud."),
    )
    replacement = forms.CharField(
        label="Usulan pengganti",
        required=False,
        max_length=MOST_REMARK,
        widget=_lines(2),
        help_text="Boleh kosong: kata-kata yang menurut Anda menggantikan kutipan itu.",
    )


class ReaderForm(RemarkForm):
    """For who was invited by a link: a comment, and the passage that it is about."""

    replacement: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True


class LinkForm(forms.Form):
    reader = forms.CharField(
        label="Untuk siapa",
        max_length=MOST_NAME,
        help_text="Nama ini tampil pada catatannya, misalnya nama ahli yang memeriksa.",
    )
    days = forms.TypedChoiceField(label="Berlaku", choices=DAYS, coerce=int, initial=3)
