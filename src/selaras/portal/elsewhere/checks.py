"""System check: every released module is there, unchanged, and the newest is the source."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register

from selaras.portal.elsewhere.releases import (
    RELEASES,
    SOURCE,
    Release,
    integrity_of,
    newest,
)


@register(Tags.files)
def releases_are_whole(**_: Any) -> list[CheckMessage]:
    """Pages elsewhere name the digests, and would show their fallbacks for good."""
    return [
        Error(problem, hint=hint, id="portal.E001")
        for problem, hint in (*_damaged(RELEASES), *_unreleased())
    ]


def _damaged(releases: tuple[Release, ...]) -> Iterator[tuple[str, str]]:
    for one in releases:
        found = one.path.read_bytes() if one.path.is_file() else b""
        if integrity_of(found) != one.integrity:
            problem = f"The module of {one.date} for websites elsewhere is missing or was changed."
            yield problem, f"Put back {one.path.name} as it was released."


def _unreleased() -> Iterator[tuple[str, str]]:
    integrity = integrity_of(SOURCE.read_bytes())
    if integrity != newest().integrity:
        made = Release("", integrity)
        yield (
            f"{SOURCE.name} differs from its newest release.",
            f"Copy it to {made.path.name} and add {integrity} to RELEASES.",
        )
