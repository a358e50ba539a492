"""The description as it is kept, with the addresses of this installation."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from selaras.institutions.hosts import portal_url

# What both hosts always offered, what stands below `/api/v1/`, and searching.
FILES = ("openapi.yaml", "openapi_v1.yaml", "openapi_search.yaml")
KEPT = [Path(__file__).with_name(name) for name in FILES]
PORTAL, SITES = "portal", "situs"
SITE = f"{settings.SCHEME}://{{instansi}}.{settings.DOMAIN}{settings.PORT_SUFFIX}"


@cache
def description() -> dict[str, Any]:
    """The whole document. An operation's tags say on which hosts it is offered."""
    document: dict[str, Any]
    document, *others = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in KEPT)
    for more in others:
        document["paths"] |= more["paths"]
        for kind, named in more["components"].items():
            document["components"][kind] |= named
    servers: dict[str, dict[str, Any]] = {
        PORTAL: {"url": portal_url("").rstrip("/"), "description": "Portal nasional"},
        SITES: {
            "url": SITE,
            "description": "Situs sebuah instansi",
            "variables": {"instansi": {"default": "komdigi"}},
        },
    }
    document["servers"] = [servers[PORTAL]]
    for item in document["paths"].values():
        item["servers"] = [servers[tag] for tag in item["get"]["tags"]]
    return document


@cache
def as_bytes() -> bytes:
    return json.dumps(description(), ensure_ascii=False).encode()
