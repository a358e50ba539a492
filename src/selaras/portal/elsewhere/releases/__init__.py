"""The module for websites elsewhere: every release that was published, for good.

A page that names a release names its digest too, and its browser runs nothing else. So a release
is a file that never changes and is never removed; `RELEASES` names them, the newest last.
`selaras.js` is what the next release will be made of: copy it to the file that the system check
names, and add its line here.
"""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SOURCE = FOLDER / "selaras.js"
MAJOR = "v1"


@dataclass(frozen=True, slots=True)
class Release:
    """`digest` begins the SHA-384 of the file, in hexadecimal; `integrity` is the whole of it, as
    a page elsewhere names it."""

    date: str
    integrity: str

    @property
    def digest(self) -> str:
        return base64.b64decode(self.integrity.removeprefix("sha384-")).hex()[:16]

    @property
    def path(self) -> Path:
        return FOLDER / MAJOR / f"selaras-{self.digest}.js"


def integrity_of(content: bytes) -> str:
    """The digest as `integrity="…"` wants it (Subresource Integrity, W3C)."""
    return f"sha384-{base64.b64encode(hashlib.sha384(content).digest()).decode()}"


RELEASES = (
    Release(
        "2026-11-26",
        "sha384-CMMrqYkHyvCcG/offVvkfVRyqZXTS0jDuXs0IG1F4/dWUZOYO/dCTpDFmcBmMohR",
    ),
)


def newest() -> Release:
    return RELEASES[-1]


def release_of(digest: str) -> Release | None:
    return next((one for one in RELEASES if one.digest == digest), None)


@cache
def content_of(release: Release) -> bytes:
    return release.path.read_bytes()
