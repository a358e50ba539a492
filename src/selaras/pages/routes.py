"""Addresses below a page, as Wagtail's routable pages know them, with a type."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from wagtail.contrib.routable_page.models import path

V = TypeVar("V", bound=Callable[..., Any])


def below(pattern: str) -> Callable[[V], V]:
    """The method answers at this path below its page; the pattern is Django's."""
    return cast("Callable[[V], V]", path(pattern))
