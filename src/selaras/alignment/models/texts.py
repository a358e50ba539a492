"""Texts that were read, and what each of them says about official facts."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from selaras.alignment.engine.results import FINDINGS, Verdict
from selaras.facts.models import FactType, FactVersion
from selaras.institutions.models import Institution, Region


class CheckedText(models.Model):
    """One text as it was read: a page that is published, a draft, later a post.

    `source` and `source_id` say what it is by value, for it belongs to a room above; `version` is
    the source's own version that was read, `lexicon` the words with which it was read.

    `speaks_on` is the day that "now" means in it; null for a living text, which speaks of the day
    on which it is read. With `dated_from` it is a living text until that day, and dated from then.
    """

    class State(models.TextChoices):
        PUBLISHED = "published", "terbit"
        DRAFT = "draft", "draf"

    source = models.CharField(max_length=30)
    source_id = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State)
    version = models.CharField(max_length=80)
    lexicon = models.CharField(max_length=64)
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    address = models.CharField(max_length=500, blank=True)
    edit_address = models.CharField(max_length=500, blank=True)
    speaks_on = models.DateField(null=True)
    dated_from = models.DateField(null=True)
    embeds = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField()

    class Meta:
        verbose_name = "teks yang diperiksa"
        verbose_name_plural = "teks yang diperiksa"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "source_id", "state"], name="checked_text_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["institution", "state"], name="checked_text_of"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.source_id} ({self.state})"

    def is_dated(self, today: date) -> bool:
        """Whether it then speaks of its own day, not of today."""
        return self.speaks_on is not None and (self.dated_from is None or self.dated_from <= today)

    def now_means(self, today: date) -> date:
        """The day of which it speaks where it says "now", read on that day."""
        if self.speaks_on is not None and self.is_dated(today):
            return self.speaks_on
        return today


class StoredMention(models.Model):
    """One mention with what was found of it when it was last compared.

    `part` is where in the source it stands (a field, a block), `start` and `end` code points in
    that part. `said` is `engine.said.as_json`. Figures that do not fit each other have neither
    type nor region. `sentence` counts in the whole text. `changes_on` is the next day on which the
    verdict may be another.
    """

    text = models.ForeignKey(CheckedText, models.CASCADE, related_name="mentions")
    fact_type = models.ForeignKey(FactType, models.CASCADE, null=True, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+")
    part = models.CharField(max_length=100, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    passage = models.CharField(max_length=300)
    around = models.CharField(max_length=500, blank=True)
    said = models.JSONField(default=dict)
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    denied = models.BooleanField(default=False)
    current = models.BooleanField(default=False)
    sureness = models.FloatField(default=1.0)
    sentence = models.IntegerField(default=-1)
    verdict = models.CharField(max_length=12, choices=[(one, one) for one in Verdict])
    confidence = models.FloatField(default=0.0)
    explanation = models.TextField(blank=True)
    remedies = models.JSONField(default=list)
    version = models.ForeignKey(FactVersion, models.SET_NULL, null=True, related_name="+")
    judged_at = models.DateTimeField()
    changes_on = models.DateField(null=True)

    class Meta:
        verbose_name = "pernyataan"
        verbose_name_plural = "pernyataan"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(verdict=Verdict.INCONSISTENT, fact_type__isnull=True)
                | ~Q(verdict=Verdict.INCONSISTENT) & Q(fact_type__isnull=False),
                name="mention_of_a_type",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["fact_type", "region"], name="mention_of_fact"),
            models.Index(fields=["changes_on"], name="mention_changes"),
            models.Index(
                fields=["text", "verdict"],
                condition=Q(verdict__in=FINDINGS),
                name="mention_found",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.passage} ({self.verdict})"
