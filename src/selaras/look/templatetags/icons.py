"""`{% icon "share-2" %}`: a line drawing of Lucide beside the words that say the same."""

import re
from functools import lru_cache

from django import template
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

register = template.Library()
SIZE = 20
_BETWEEN_TAGS = re.compile(r">\s+<")


@register.simple_tag
def icon(name: str) -> SafeString:
    """Decoration, silent for assistive technology. Raises `IconDoesNotExist` for other names."""
    return _drawn(str(name))


@lru_cache(maxsize=256)
def _drawn(name: str) -> SafeString:
    attributes = {"class": "icon", "aria-hidden": "true", "focusable": "false"}
    drawing = lucide(name, size=SIZE, **attributes)
    return mark_safe(_BETWEEN_TAGS.sub("><", drawing))  # noqa: S308 the package's own drawing
