"""What the style page shows: each room brings its components with their real templates.

A room's module `samples` is imported when the page is first asked for; it calls `register`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """One component. `context` makes what its template needs, or None where that is missing.

    `twice` shows it in both modes side by side; its template must then hold no id.
    """

    key: str
    heading: str | Promise
    template: str
    context: Callable[[], Context | None] = dict
    twice: bool = True


_samples: dict[str, Sample] = {}


def register(*samples: Sample) -> None:
    """Add components in the order in which they are shown."""
    _samples.update((sample.key, sample) for sample in samples)


def all_samples() -> list[Sample]:
    """The components of all rooms that are installed, those of the design system first."""
    import_module("selaras.look.samples")
    autodiscover_modules("samples")
    return list(_samples.values())
