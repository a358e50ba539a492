"""Pictures and documents: models of our own from the first migration on."""

from pathlib import PurePath
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    get_upload_to,
)
from wagtail.models import Collection

from selaras.institutions.models import Institution
from selaras.media.cleaning import CleanFilter
from selaras.media.fields import PictureField

HASH_SHOWN = 12  # characters of the original's hash in the address of what is made from it


class Picture(AbstractImage):
    """A picture with its alternative text, or marked as decoration, and the credit of its caption.

    `is_decorative` is what was chosen in the library; `decorative`, which Wagtail sets, is what
    holds where the picture stands now.
    """

    file = PictureField(
        "berkas",
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    description = models.CharField(
        "teks alternatif",
        max_length=255,
        blank=True,
        default="",
        help_text="Apa yang tampak di gambar, untuk orang yang tidak dapat melihatnya.",
    )
    is_decorative = models.BooleanField(
        "hiasan",
        default=False,
        help_text="Gambar ini tidak menyampaikan apa-apa; pembaca layar melewatinya.",
    )
    credit = models.CharField("kredit", max_length=200, blank=True)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "gambar"
        verbose_name_plural = "gambar"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self.decorative = self.__dict__.get("is_decorative", False)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The addresses of renditions need the hash, however the picture came here."""
        if self.file and not self.file_hash:
            self._set_image_file_metadata()  # type: ignore[no-untyped-call]
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """Never the title: that is a file's name."""
        return "" if self.decorative else self.description

    @property
    def shown_hash(self) -> str:
        return self.file_hash[:HASH_SHOWN]

    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> Any:
        """As Wagtail's, without what the camera noted."""
        clean = CleanFilter(filter.spec)  # type: ignore[no-untyped-call]
        return super().generate_rendition_file(clean, source=source)


class PictureRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_once"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """An address that is known before the rendition is made, and never gets other content."""
        return rendition_path(
            self.image, self.filter_spec, self.focal_point_key, PurePath(filename).suffix
        )


def rendition_path(picture: Picture, spec: str, focal_point_key: str, suffix: str) -> str:
    """`images/1c9f0e83ab52/17.width-640.format-avif.avif`, inside the storage of renditions."""
    parts = filter(None, [str(picture.pk), *spec.split("|"), focal_point_key])
    return f"images/{picture.shown_hash}/{'.'.join(parts)}{suffix}"


class File(AbstractDocument):
    """A document for downloading."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("dokumen")
        verbose_name_plural = _("dokumen")


class Library(models.Model):
    """Where an institution keeps its pictures and documents."""

    institution = models.OneToOneField(Institution, models.CASCADE, primary_key=True)
    collection = models.OneToOneField(Collection, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "perpustakaan media"
        verbose_name_plural = "perpustakaan media"

    def __str__(self) -> str:
        return str(self.institution)
