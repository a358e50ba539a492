"""Screens of Wagtail that begin without inline script."""

import json

from django import template
from django.utils.safestring import SafeString

from selaras.look.beginning import begin

register = template.Library()


@register.simple_tag
def begin_input(what: str, element_id: str, config_json: str) -> SafeString:
    """An input that is known by its id."""
    return begin(what, element_id, json.loads(config_json))


@register.simple_tag
def begin_panel(what: str, options_json: str) -> SafeString:
    """A panel that is known by its options."""
    return begin(what, json.loads(options_json))
