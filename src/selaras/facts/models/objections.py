"""What an institution says against a fact that is stated for its region, and the owner's answer."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from selaras.facts.models.types import FactType
from selaras.facts.models.versions import FactVersion
from selaras.institutions.models import Institution, Region


class Objection(models.Model):
    """One objection: to a version as it stood when it was filed, as the region reads it.

    `owner` is whose fact it was then; today's owner of the topic answers. `due_at` is the end of
    the last day for the answer, in the zone of `owner`. `proposed` is kept as it was written.
    Nothing is deleted: what was withdrawn or answered stays with the fact.
    """

    class State(models.TextChoices):
        OPEN = "open", "menunggu jawaban"
        ACCEPTED = "accepted", "diterima"
        REJECTED = "rejected", "ditolak"
        WITHDRAWN = "withdrawn", "ditarik"

    version = models.ForeignKey(FactVersion, models.PROTECT, related_name="objections")
    fact_type = models.ForeignKey(FactType, models.PROTECT, related_name="objections")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    objector = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    owner = models.ForeignKey(Institution, models.PROTECT, related_name="+")
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.OPEN)
    reason = models.TextField("alasan")
    proposed = models.TextField("nilai yang diusulkan", blank=True)
    evidence_url = models.URLField("tautan bukti", max_length=500, blank=True)
    evidence_file = models.ForeignKey("media.File", models.PROTECT, null=True, related_name="+")
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    filed_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answer = models.TextField("jawaban", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)
    answer_read_at = models.DateTimeField(null=True)
    correction_statement = models.UUIDField(null=True)
    correction = models.CharField("rujukan perbaikan", max_length=300, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "keberatan"
        verbose_name_plural = "keberatan"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["objector", "fact_type", "region"],
                condition=Q(state="open"),
                name="objection_open_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state__in=["accepted", "rejected"], answered_at__isnull=False) & ~Q(answer="")
                )
                | Q(state__in=["open", "withdrawn"], answered_at__isnull=True, answer=""),
                name="objection_answered_has_answer",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_at__isnull=False)
                | (~Q(state="withdrawn") & Q(withdrawn_at__isnull=True)),
                name="objection_withdrawn_when",
            ),
            models.CheckConstraint(
                condition=Q(state="accepted") | Q(correction="", correction_statement__isnull=True),
                name="objection_correction_of_accepted",
            ),
            models.CheckConstraint(condition=~Q(objector=F("owner")), name="objection_to_another"),
            models.CheckConstraint(condition=~Q(reason=""), name="objection_has_reason"),
            models.CheckConstraint(
                condition=Q(due_at__gt=F("filed_at")), name="objection_due_later"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["fact_type", "region", "filed_at"], name="objection_of_fact"),
            models.Index(fields=["state", "due_at"], name="objection_due"),
        ]

    def __str__(self) -> str:
        return f"{self.objector_id} ≠ {self.fact_type_id} {self.region_id} ({self.state})"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_answered(self) -> bool:
        return self.state in (self.State.ACCEPTED, self.State.REJECTED)
