"""The WSGI application that the server runs."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.config.settings.base")

_django = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """As the public reaches us: TLS ends in front, and what a header says of it can be invented.

    Without it, every form that a browser sends over https would be refused as another origin's.
    """
    environ["wsgi.url_scheme"] = settings.SCHEME
    return _django(environ, start_response)
