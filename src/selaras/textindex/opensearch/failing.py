"""The client's errors as those of the contract. None of them repeats an address or a password."""

import ssl
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from opensearchpy.exceptions import ConnectionError as NotReached
from opensearchpy.exceptions import OpenSearchException, TransportError

from selaras.textindex.errors import EngineError, Refused, Unavailable, Unsuitable

LONGEST = 300
PASSING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}


class Missing(Refused):
    """An index or an alias that is not there."""


class Exists(Unsuitable):
    """An index of that name is there already."""


def in_our_words(error: OpenSearchException) -> EngineError:
    if isinstance(error, NotReached):
        return _not_reached(error)
    if isinstance(error, TransportError) and isinstance(error.status_code, int):
        return answered(error.status_code, *_cause(error.info))
    return Refused("What answers at SEARCH_URL is not OpenSearch")


def answered(status: int, kind: str, reason: str) -> EngineError:
    """The error of a whole answer, or of one item of it; `kind` is OpenSearch's own name for it."""
    said = f"OpenSearch answered {status} {kind}: {reason}"[:LONGEST]
    if status in PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Unavailable(said)
    if status == HTTPStatus.NOT_FOUND:
        return Missing(said)
    if kind == "resource_already_exists_exception":
        return Exists(said)
    return Unsuitable(said) if status == HTTPStatus.BAD_REQUEST else Refused(said)


def _cause(info: Any) -> tuple[str, str]:
    said = info.get("error") if isinstance(info, Mapping) else None
    if not isinstance(said, Mapping):
        return "", str(said or "")
    roots = said.get("root_cause") or [said]
    return str(roots[0].get("type", "")), str(roots[0].get("reason", ""))


def _not_reached(error: NotReached) -> EngineError:
    cause: BaseException | None = error.info if isinstance(error.info, BaseException) else None
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = cause.verify_message
            return Refused(f"The certificate of OpenSearch is not trusted: {why}")
        inner = [one for one in cause.args if isinstance(one, BaseException)]
        cause = inner[0] if inner else cause.__cause__
    return Unavailable(f"OpenSearch cannot be reached: {type(error.info).__name__}")
