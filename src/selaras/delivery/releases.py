"""Which release of the product made a page: what another one made is made again."""

import hashlib
from functools import cache
from importlib.metadata import version

from django.conf import settings

MADE_OF = {".py", ".html", ".css", ".js", ".svg", ".mo"}


@cache
def this_release() -> str:
    """The version, and a digest of everything that a page is made of."""
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(settings.SOURCE.rglob("*")):
        if path.suffix in MADE_OF and "tests" not in path.parts:
            state = path.stat()
            found.update(
                f"{path.relative_to(settings.SOURCE)}:{state.st_size}:{state.st_mtime_ns}".encode()
            )
    hosts = (settings.DOMAIN, settings.SCHEME, settings.PORT_SUFFIX, settings.DEMONSTRATION)
    found.update(repr(hosts).encode())
    return f"{version('selaras')}-{found.hexdigest()}"
