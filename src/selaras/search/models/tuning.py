"""What the platform sets for the search: the weights of signals, and words that mean the same."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone


class SignalWeight(models.Model):
    """A signal that does not have its shipped weight. `changed_by` is the audit's pseudonym."""

    name = models.CharField(max_length=40, unique=True)
    value = models.FloatField("bobot")
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.CharField(max_length=200)

    class Meta:
        verbose_name = "bobot isyarat"
        verbose_name_plural = "bobot isyarat"

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"


class SynonymGroup(models.Model):
    """Words that mean the same, as the platform wrote them beside the shipped ones.

    `forms` is a line as in the shipped file: `ktp = kartu tanda penduduk`. `replaces` is the
    line of the shipped group in whose place it stands; where it is `removed`, nothing does.
    """

    forms = models.CharField("padanan", max_length=600)
    replaces = models.CharField("menggantikan", max_length=600, blank=True)
    removed = models.BooleanField("dimatikan", default=False)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar = ["forms", "pk"]
        verbose_name = "padanan kata"
        verbose_name_plural = "padanan kata"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["replaces"], condition=~Q(replaces=""), name="synonym_replaces_once"
            ),
            models.CheckConstraint(
                condition=Q(removed=False) | ~Q(replaces=""), name="synonym_removed_is_shipped"
            ),
        ]

    def __str__(self) -> str:
        return self.forms
