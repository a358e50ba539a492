"""The admin's forms for pictures and documents: what is refused is told in a sentence."""

from typing import Any, BinaryIO, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from selaras.language.numbers import format_number
from selaras.media.checking.files import USE as FILES
from selaras.media.checking.files import check_file
from selaras.media.checking.pictures import USE as PICTURES
from selaras.media.checking.pictures import check_picture
from selaras.media.checking.sizes import readable
from selaras.media.errors import BadFile, BadPicture
from selaras.media.reencoding import reencoded

NO_ALTERNATIVE = "Gambar ini belum punya teks alternatif. Tulis, atau tandai sebagai hiasan."


class PictureFileField(WagtailImageField):
    """Refuses before Wagtail opens the file: Wagtail would fail on a broken one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        most = readable(self.max_upload_size)
        pixels = format_number(self.max_image_pixels // 1_000_000)
        self.help_text = f"{PICTURES} Paling besar {most} dan {pixels} juta piksel."
        self.error_messages |= {
            "required": "Pilih berkas gambarnya.",
            "empty": "Berkas ini kosong. Pilih berkas gambar yang berisi.",
            "file_too_large_unknown_size": f"Gambar ini terlalu besar; paling besar {most}.",
            "invalid_image_extension": f"Jenis berkas ini tidak diterima. {PICTURES}",
        }

    def to_python(self, data: Any) -> Any:
        uploaded = forms.FileField.to_python(self, data)
        if uploaded is None:
            return None
        try:
            check_picture(cast("BinaryIO", uploaded), name=uploaded.name or "", size=uploaded.size)
            written = reencoded(cast("BinaryIO", uploaded))
        except BadPicture as error:
            raise ValidationError(str(error), code="bad_picture") from error
        kept = SimpleUploadedFile(uploaded.name or "", written)
        return super().to_python(kept)  # type: ignore[no-untyped-call]


class DocumentFileField(WagtailDocumentField):
    """Refuses what is not a document, by its ending and by its first bytes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        most = readable(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        self.help_text = f"{FILES} Paling besar {most}."
        self.error_messages |= {
            "required": "Pilih berkasnya.",
            "empty": "Berkas ini kosong. Pilih berkas yang berisi.",
            "file_too_large_unknown_size": f"Berkas ini terlalu besar; paling besar {most}.",
        }

    def to_python(self, data: Any) -> Any:
        uploaded = forms.FileField.to_python(self, data)
        if uploaded is None:
            return None
        try:
            check_file(cast("BinaryIO", uploaded), name=uploaded.name or "", size=uploaded.size)
        except BadFile as error:
            raise ValidationError(str(error), code="bad_file") from error
        return uploaded


class PictureForm(BaseImageForm):
    """Every form for a picture: the library's, the chooser's and the one for many at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        _replace_file_field(self, PictureFileField)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        asked = {"description", "is_decorative"} <= self.fields.keys()
        described = (cleaned.get("description") or "").strip()
        if asked and not described and not cleaned.get("is_decorative"):
            self.add_error("description", NO_ALTERNATIVE)
        return cleaned


class FileForm(BaseDocumentForm):
    """Every form for a document."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        _replace_file_field(self, DocumentFileField)


def _replace_file_field(form: forms.BaseForm, field: type[forms.FileField]) -> None:
    """Wagtail makes the field itself, in a callback that cannot be set."""
    given = form.fields.get("file")
    if given is not None:
        form.fields["file"] = field(label=given.label, required=given.required, widget=given.widget)
