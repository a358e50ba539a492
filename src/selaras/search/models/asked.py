"""What people ask, counted by day: of nobody, and only what enough different people asked."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class AskedQuery(models.Model):
    """How often something was asked on a day, in a province or (`00`) in the whole country.

    A row is made when enough different addresses have asked the same on that day; what they asked
    before is counted with it. All counts are lower bounds. `found_*` count by the number of
    results (none, below 10, below 100, more), `picked_*` by the place of what was opened.
    `askers` is the least number of different addresses.
    """

    day = models.DateField()
    province = models.CharField(max_length=2)
    query = models.CharField(max_length=80)
    asked = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    found_none = models.PositiveIntegerField(default=0)
    found_few = models.PositiveIntegerField(default=0)
    found_some = models.PositiveIntegerField(default=0)
    found_many = models.PositiveIntegerField(default=0)
    picked_first = models.PositiveIntegerField(default=0)
    picked_third = models.PositiveIntegerField(default=0)
    picked_tenth = models.PositiveIntegerField(default=0)
    picked_later = models.PositiveIntegerField(default=0)
    askers = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "yang dicari"
        verbose_name_plural = "yang dicari"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["province", "day", "query"], name="asked_once_a_day"),
            models.CheckConstraint(condition=~Q(query=""), name="asked_something"),
        ]
        indexes: ClassVar = [models.Index(fields=["day"], name="asked_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.province} {self.query}"


class PickedResult(models.Model):
    """From how many different addresses at least a result was opened on a day."""

    day = models.DateField()
    key = models.CharField(max_length=100)
    pickers = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "hasil yang dibuka"
        verbose_name_plural = "hasil yang dibuka"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "key"], name="picked_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.key}"


class AskersToday(models.Model):
    """A drawing of who asked the same today, while the day lasts.

    `mark` stands for what was asked and is made with the day's key; `bits` has one bit set for
    each address, also made with it, where different addresses may share one.
    """

    day = models.DateField()
    mark = models.CharField(max_length=32)
    bits = models.BinaryField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "mark"], name="askers_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.mark}"


class AskedDay(models.Model):
    """Half of the day's key, drawn when the day begins and deleted when it is over.

    The other half is the application's secret, which the database does not know.
    """

    day = models.DateField(primary_key=True)
    half = models.CharField(max_length=64)

    def __str__(self) -> str:
        return str(self.day)
