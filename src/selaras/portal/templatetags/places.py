"""Regions and institutions as the portal's pages say them, in the language spoken now."""

import re

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from selaras.institutions.models import Institution, Region
from selaras.language.numbers import format_number
from selaras.look.languages import prefix

register = template.Library()
KIND = re.compile(r"((?:Kabupaten|Kota)(?: Administrasi)? )(.+)")


@register.filter
def site_address(institution: Institution) -> str:
    """`https://kota-bandung.…/` or `https://kota-bandung.…/en/`."""
    return f"{institution.url}{prefix()}/"


@register.filter
def amount(count: int) -> str:
    """`2.569.107`, in English `2,569,107`."""
    if get_language() in (None, settings.LANGUAGE_CODE):
        return format_number(count)
    return f"{count:,}"


@register.filter
def place_name(region: Region) -> SafeString:
    """The name below a heading that says its kind: seen without it, read aloud with it."""
    found = KIND.fullmatch(region.name)
    kind, name = found.groups() if found else ("", region.name)
    return format_html('<span><span class="visually-hidden">{}</span>{}</span>', kind, name)
