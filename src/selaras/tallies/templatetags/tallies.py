"""Addresses and figures of tallies in templates."""

from decimal import Decimal

from django import template

from selaras.language.numbers import format_number, format_percentage
from selaras.tallies.addresses import address
from selaras.tallies.maps import anchor as anchor_of
from selaras.tallies.models import Tally

register = template.Library()
register.filter("anchor", anchor_of)


@register.simple_tag
def tally_url(tally: Tally, page: str = "detail") -> str:
    """Absolute, because a panel stands on every institution's site."""
    return address(tally, page)


@register.filter
def percent(value: Decimal) -> str:
    """`78,11 %`, without final zeros."""
    return format_percentage(value.normalize() + 0)


@register.filter
def number(value: int) -> str:
    return format_number(value)
