"""The form of the announcing screen: one text, typed or from a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.announcements.document import decoded


class AnnouncementForm(forms.Form):
    """Takes any text as it is: what is wrong with it, the reader of documents says."""

    text = forms.Field(
        label=_("Naskah pengumuman"),
        required=False,
        widget=forms.Textarea(
            attrs={
                "rows": 24,
                "wrap": "off",
                "spellcheck": "false",
                "autocapitalize": "off",
                "class": "announce-text",
                "aria-describedby": "announce-help",
            }
        ),
    )
    file = forms.FileField(
        label=_("Atau ambil dari berkas"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.txt,text/plain"}),
    )
    seal = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def typed(self) -> str:
        return str(self.data.get("text", ""))

    def document(self) -> str:
        """The uploaded text, else the typed one. Raises `InvalidDocument` for other encodings."""
        upload = self.files.get("file")
        return decoded(upload.read()) if upload else self.typed
