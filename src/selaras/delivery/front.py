"""The thin layer before Django: published pages are answered here, the rest passes through.

A request for a page that is kept costs some look-ups in dictionaries. Where anything may have
changed since it was answered last, the page is looked at again; where it does not hold any more,
the product makes it anew, once, while others for the same page wait.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from selaras.delivery.answers import Answer, aged
from selaras.delivery.blind import absent
from selaras.delivery.encodings import encoding_for
from selaras.delivery.pages import Pages

logger = logging.getLogger(__name__)

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
UNCHANGED = "304 Not Modified"


class Front:
    """A WSGI application around another."""

    def __init__(self, behind: Application, pages: Pages) -> None:
        self.behind, self.pages = behind, pages

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method in {"GET", "HEAD"}:
            try:
                answer = self.pages.answer(environ)
            except Exception:
                # Whatever is wrong with what is kept, the product itself can answer.
                logger.exception("a kept page could not be answered")
                answer = None
            if answer is not None:
                return self._told(environ, start_response, answer, method)
        if self.pages.state.blind:
            return absent(environ, start_response)
        self.pages.reconnect()
        return self.behind(environ, start_response)

    def _told(
        self,
        environ: dict[str, Any],
        start_response: StartResponse,
        answer: Answer,
        method: str,
    ) -> Iterable[bytes]:
        encoding = encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        blind = self.pages.state.blind
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known is not None and answer.is_known_by(known) and not blind:
            start_response(UNCHANGED, answer.unchanged(encoding))
            return []
        headers, body = answer.wire(encoding)
        if blind:
            headers = aged(headers, self.pages.confirmed_at())
        start_response(answer.status, headers)
        return body if method == "GET" else []
