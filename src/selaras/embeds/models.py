"""Where facts are used."""

from typing import ClassVar

from django.db import models

from selaras.facts.models import FactType
from selaras.institutions.models import Institution


class FactUse(models.Model):
    """That a text says a fact. Drafts count: they are about to say it.

    The holder is kept by kind and id, because it lives in a room above.
    """

    class State(models.TextChoices):
        LIVE = "live", "terbit"
        DRAFT = "draft", "draf"

    fact_type = models.ForeignKey(FactType, models.PROTECT, related_name="uses")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="fact_uses")
    holder_kind = models.CharField(max_length=50)
    holder_id = models.CharField(max_length=50)
    title = models.CharField(max_length=255)
    state = models.CharField(max_length=5, choices=State)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["fact_type", "holder_kind", "holder_id", "state"], name="fact_use_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["holder_kind", "holder_id"], name="fact_use_holder")
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.state})"


class UseIndex(models.Model):
    """Whether the uses of one kind of holder are known completely."""

    holder_kind = models.CharField(max_length=50, primary_key=True)
    complete = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.holder_kind}: {'complete' if self.complete else 'incomplete'}"
