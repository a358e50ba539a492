"""Why a passage that was found is right all the same, in its editor's words."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.facts.models import FactType
from selaras.institutions.models import Institution, Region


class Reason(models.Model):
    """One reason, for one passage of one source, against one type and region.

    It holds for the passage as it was written, in any version of the source: `passage` and `said`
    must be the same. A change of the fact does not end it, a change of the passage does.
    """

    source = models.CharField(max_length=30)
    source_id = models.CharField(max_length=64)
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    fact_type = models.ForeignKey(FactType, models.CASCADE, null=True, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+")
    passage = models.CharField(max_length=300)
    reason = models.TextField("alasan")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    given_at = models.DateTimeField()

    class Meta:
        verbose_name = "alasan"
        verbose_name_plural = "alasan"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "source_id", "fact_type", "region", "passage"],
                name="reason_once",
            ),
            models.UniqueConstraint(
                fields=["source", "source_id", "passage"],
                condition=Q(fact_type__isnull=True),
                name="reason_once_of_figures",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="reason_said"),
        ]

    def __str__(self) -> str:
        return f"{self.passage}: {self.reason}"
