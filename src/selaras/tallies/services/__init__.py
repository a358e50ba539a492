"""Writes of tallies: what is counted, and each state of the count."""

from selaras.tallies.services.defining import Defined, Definition, OptionDefinition, define
from selaras.tallies.services.publishing import (
    Edition,
    Published,
    publish,
    published_before,
    require_fit,
)

__all__ = [
    "Defined",
    "Definition",
    "Edition",
    "OptionDefinition",
    "Published",
    "define",
    "publish",
    "published_before",
    "require_fit",
]
