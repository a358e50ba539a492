"""Periods of roles and views in templates."""

from datetime import date, timedelta

from django import template

from selaras.institutions.models import Membership, Oversight
from selaras.institutions.people.queries import is_over, period_of

register = template.Library()


@register.filter
def period(row: Membership | Oversight) -> str:
    """`1 November 2026 – 31 Desember 2026`, with the last day."""
    return str(period_of(row))


@register.filter
def over(row: Membership | Oversight, today: date) -> bool:
    return is_over(row, today)


@register.filter
def day_before(day: date) -> date:
    """The last day of a period that ends before this day."""
    return day - timedelta(days=1)
