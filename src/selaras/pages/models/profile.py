"""How an institution presents itself on its site."""

from collections.abc import Callable
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, RegexValidator, URLValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from selaras.institutions.models import Institution
from selaras.media.models import Picture
from selaras.pages.channels import check_channel

PHONE = RegexValidator(
    r"^[+(]?[0-9][0-9 ()./-]*[0-9]$", "Tulis nomor telepon seperti (022) 123456 atau 112."
)
EMAIL = EmailValidator("Tulis surel seperti humas@contoh.go.id.")
WEB = URLValidator(["https", "http"], message="Tulis alamat yang diawali https://.")
HEX_COLOUR = r"^#[0-9a-fA-F]{6}$"


class SiteProfile(ClusterableModel):
    """An institution's colour, emblem, address and offers; edited by its own people."""

    institution = models.OneToOneField(
        Institution, models.CASCADE, primary_key=True, related_name="profile"
    )
    colour = models.CharField(
        "warna",
        max_length=7,
        blank=True,
        validators=[RegexValidator(HEX_COLOUR, "Tulis warna seperti #0d5566.")],
        help_text="Kontrasnya disesuaikan sendiri agar teks tetap terbaca.",
    )
    emblem = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, verbose_name="lambang", related_name="+"
    )
    address = models.CharField("alamat", max_length=300, blank=True)
    tally = models.SlugField(
        "rekapitulasi yang ditampilkan",
        max_length=100,
        blank=True,
        help_text="Panel hasil resmi di beranda dan artikel; kosong berarti tidak ada.",
    )

    class Meta:
        verbose_name = "profil situs"
        verbose_name_plural = "profil situs"

    def __str__(self) -> str:
        return str(self.institution)


class ContactDetail(models.Model):
    """One way to reach the institution."""

    class Kind(models.TextChoices):
        PHONE = "phone", "Telepon"
        EMAIL = "email", "Surel"
        HOURS = "hours", "Jam layanan"

    profile = ParentalKey(SiteProfile, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    value = models.CharField("isi", max_length=200)
    note = models.CharField("keterangan", max_length=100, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"

    def clean(self) -> None:
        """A value of its kind: pages make links of telephone numbers and addresses."""
        if self.kind == self.Kind.PHONE:
            _require(PHONE, "value", self.value)
        elif self.kind == self.Kind.EMAIL:
            _require(EMAIL, "value", self.value)


class Channel(models.Model):
    """An account or a group of the institution elsewhere."""

    class Kind(models.TextChoices):
        GOOGLE_NEWS = "google-news", "Google News"
        TELEGRAM = "telegram", "Telegram"
        WHATSAPP = "whatsapp", "WhatsApp"
        INSTAGRAM = "instagram", "Instagram"
        FACEBOOK = "facebook", "Facebook"
        X = "x", "X"
        YOUTUBE = "youtube", "YouTube"
        TIKTOK = "tiktok", "TikTok"

    profile = ParentalKey(SiteProfile, on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField("kanal", max_length=20, choices=Kind)
    url = models.URLField("alamat", max_length=300)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "kind"], name="channel_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.url}"

    def clean(self) -> None:
        check_channel(self.kind, self.get_kind_display(), self.url)


class Service(models.Model):
    """Something that citizens can get done there."""

    profile = ParentalKey(SiteProfile, on_delete=models.CASCADE, related_name="services")
    title = models.CharField("layanan", max_length=100)
    summary = models.CharField("penjelasan", max_length=200, blank=True)
    url = models.URLField("alamat", max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.url:
            _require(WEB, "url", self.url)


def _require(check: Callable[[str], None], field: str, value: str) -> None:
    """Raises ValidationError for that field."""
    try:
        check(value)
    except ValidationError as error:
        raise ValidationError({field: error.messages}) from error
