"""How machines are answered: cacheable, and with 304 for what they have already."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag


def answer(
    request: HttpRequest,
    content: bytes,
    content_type: str,
    *,
    seconds: int,
    modified: datetime | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponseBase:
    """The content, or 304 if the client has it; any cache may keep it for `seconds`.

    A moment in the future is no date of a change (RFC 9110, 8.8.2.1) and is not told.
    """
    response = HttpResponse(content, content_type=content_type, headers=headers)
    patch_cache_control(response, public=True, max_age=seconds)
    response["ETag"] = etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    past = modified is not None and modified <= timezone.now()
    when = int(modified.timestamp()) if modified and past else None
    if when is not None:
        response["Last-Modified"] = http_date(when)
    found = get_conditional_response(request, etag=etag, last_modified=when, response=response)
    return cast("HttpResponseBase", found)
