"""The typed values: one table for each kind."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from selaras.facts.fields import ExactDecimalField
from selaras.facts.models.types import Choice
from selaras.facts.models.versions import FactVersion
from selaras.institutions.models import Region


class Value(models.Model):
    """Base of the typed values; one row per version, in the table of the type's kind."""

    version = models.OneToOneField(
        FactVersion, models.PROTECT, primary_key=True, related_name="%(class)s"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} of {self.pk}"


class ChoiceValue(Value):
    choice = models.ForeignKey(Choice, models.PROTECT, related_name="+")


class NumberValue(Value):
    number = ExactDecimalField(max_digits=24, decimal_places=6)


class PercentageValue(Value):
    percentage = ExactDecimalField(max_digits=12, decimal_places=6)


class MoneyValue(Value):
    """Rupiah, exact to the sen."""

    amount = ExactDecimalField(max_digits=24, decimal_places=2)


class DateValue(Value):
    date = models.DateField()


class PeriodValue(Value):
    """Two dates, both inclusive, as an instrument writes them."""

    start = models.DateField()
    end = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="period_value_order")
        ]


class TimeValue(Value):
    """A time of day, or a span of it; an empty zone is the reader's own."""

    start = models.TimeField()
    end = models.TimeField(null=True)
    zone = models.CharField(max_length=4, choices=Region.Zone, blank=True)


class ContactValue(Value):
    name = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    url = models.URLField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~(Q(phone="") & Q(email="") & Q(url="")), name="contact_value_some"
            )
        ]


class TextValue(Value):
    text = models.TextField()
