"""The style sheets of every page, in the order of their layers."""

from typing import Any

from django.http import HttpRequest

SHEETS = [f"look/css/{name}.css" for name in ("tokens", "base", "layout", "components", "cards")]


def sheets(request: HttpRequest) -> dict[str, Any]:
    return {"sheets": SHEETS}
