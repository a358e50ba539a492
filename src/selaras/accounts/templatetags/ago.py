"""How long something has waited."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.timesince import timesince

register = template.Library()
MOMENT = timedelta(minutes=1)


@register.filter
def ago(moment: datetime) -> str:
    """`2 hari, 3 jam lalu`; under a minute `baru saja`."""
    now = timezone.now()
    return "baru saja" if now - moment < MOMENT else f"{timesince(moment, now)} lalu"
