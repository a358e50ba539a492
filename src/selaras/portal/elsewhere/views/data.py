"""Facts and announcements as data that every website may read."""

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from selaras.portal.elsewhere.announcements import told_list
from selaras.portal.elsewhere.facts import told
from selaras.portal.elsewhere.finding import (
    NotThere,
    Unreadable,
    fact_type_of,
    published_at,
    region_of,
)
from selaras.portal.elsewhere.views.answering import absent, living

JSON = "application/json"
View = Callable[..., HttpResponseBase]


def says_why_not(view: View) -> View:
    """What is not there is answered in words, as data."""

    @wraps(view)
    def answered(request: HttpRequest, **parts: str) -> HttpResponseBase:
        try:
            return view(request, **parts)
        except NotThere as error:
            return absent(_as_json({"error": str(error)}), JSON, HTTPStatus.NOT_FOUND)
        except Unreadable as error:
            return absent(_as_json({"error": str(error)}), JSON, HTTPStatus.BAD_REQUEST)

    return answered


@require_safe
@says_why_not
def fact(request: HttpRequest, key: str, code: str) -> HttpResponseBase:
    """`?terbit=` is the day on which the page elsewhere was published."""
    fact_type, region = fact_type_of(key), region_of(code)
    since = published_at(request.GET.get("terbit", ""), region)
    return living(request, _as_json(told(fact_type, region, since)), JSON)


@require_safe
@says_why_not
def announcements(request: HttpRequest, code: str) -> HttpResponseBase:
    return living(request, _as_json(told_list(region_of(code))), JSON)


def _as_json(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
