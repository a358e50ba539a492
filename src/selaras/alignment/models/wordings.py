"""The words by which texts speak about a type of fact, as its owner edits them."""

from django.db import models

from selaras.facts.models import FactType


class TypeWording(models.Model):
    """The wording of one type; see `alignment.engine.wording.Wording` for what each part does.

    Lists are lists of text; `choice_words` maps a choice's value to the words that mean it.
    A type without a row is read by its label alone.
    """

    class Stricter(models.TextChoices):
        NO = "", "tidak boleh berbeda"
        LOWER = "lower", "boleh lebih rendah"
        HIGHER = "higher", "boleh lebih tinggi"

    fact_type = models.OneToOneField(
        FactType, models.CASCADE, primary_key=True, related_name="wording"
    )
    aliases = models.JSONField("sebutan", default=list)
    patterns = models.JSONField("bentuk nilai", default=list)
    excludes = models.JSONField("kata yang berarti hal lain", default=list)
    choice_words = models.JSONField("kata setiap pilihan", default=dict)
    rounded = models.BooleanField("terima pembulatan yang wajar", default=True)
    several = models.BooleanField("boleh lebih dari satu nilai sekaligus", default=False)
    stricter = models.CharField(
        "aturan daerah yang lebih ketat", max_length=10, choices=Stricter, blank=True
    )
    mandatory = models.BooleanField("wajib selaras sebelum terbit", default=False)

    class Meta:
        verbose_name = "cara menyebut"
        verbose_name_plural = "cara menyebut"

    def __str__(self) -> str:
        return self.fact_type.label
