"""The WSGI application that the server runs."""

import os
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.config.settings.base")

_django = get_wsgi_application()

# After Django was set up: what is kept is made by it.
from selaras.delivery.front import Front  # noqa: E402
from selaras.delivery.pages import Pages  # noqa: E402
from selaras.search.asked import keeping  # noqa: E402

# What a form may say of itself: where its parts end, and the charsets that browsers write.
_KEPT = re.compile(
    r';\s*(boundary=(?:"[^"]*"|[^\s";]*)|charset=(?:utf-8|iso-8859-1|windows-1252))\s*(?=;|$)',
    re.IGNORECASE,
)


def product(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """As the public reaches us: TLS ends in front, and what a header says of it can be invented.

    Without it, every form that a browser sends over https would be refused as another origin's.
    """
    environ["wsgi.url_scheme"] = settings.SCHEME
    environ["CONTENT_TYPE"] = plain_type(environ.get("CONTENT_TYPE", ""))
    return _django(environ, start_response)


_front = Front(product, Pages(settings.DATA_DIR / "delivery", settings.PAGES_MEMORY << 20))


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """What the server calls; its first request begins what such a process does beside answering."""
    keeping.begin()
    return _front(environ, start_response)


def plain_type(content_type: str) -> str:
    """A type without the parameters over which Django stumbles before any of our code runs.

    It raises at a parameter in a charset that does not exist, and decodes the address itself by
    whatever codec of Python's is named as the charset, also by those that are not for text.
    """
    return ";".join([content_type.partition(";")[0], *_KEPT.findall(content_type)])
