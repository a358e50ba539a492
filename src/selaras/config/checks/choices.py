"""Checks of what the operator chose: each unsafe choice has a number and a remedy."""

from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

SHORTEST_KEY = 50
FEWEST_CHARACTERS = 10  # different ones
LOCAL_ENDINGS = (".localhost", ".test", ".invalid", ".example", ".local")
SAFE_MODES = {"require", "verify-ca", "verify-full"}
NOT_LETTERS = ("console", "dummy", "locmem", "filebased")


def is_local(host: str) -> bool:
    """Whether only this machine, or nobody, is meant by the name."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(LOCAL_ENDINGS)


@register(Tags.security, deploy=True)
def mode_is_for_production(**_: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if settings.DEMONSTRATION and not is_local(settings.DOMAIN):
        found.append(
            Error(
                f"The demonstration is offered to the public at {settings.DOMAIN}.",
                hint="Its accounts have a known password. Set SELARAS_DEMONSTRATION=0.",
                id="config.E001",
            )
        )
    if settings.DEBUG:
        found.append(
            Error(
                "Debug mode is on: a failure shows settings and code to everybody.",
                hint="Set SELARAS_DEBUG=0.",
                id="config.E004",
            )
        )
    return found


@register(Tags.security, deploy=True)
def key_is_secret(**_: Any) -> list[CheckMessage]:
    key = settings.SECRET_KEY
    found: list[CheckMessage] = []
    if len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_CHARACTERS:
        found.append(
            Error(
                f"The secret key can be guessed: it has {len(key)} characters, "
                f"{len(set(key))} different ones.",
                hint=f"Set SELARAS_SECRET_KEY to at least {SHORTEST_KEY} random characters, for "
                "instance what `openssl rand -base64 48` prints.",
                id="config.E002",
            )
        )
    if key in _keys_elsewhere():
        found.append(
            Error(
                "The secret key is used for something else too: by a demonstration, or as a "
                "password of the database or the mail server.",
                hint="Set SELARAS_SECRET_KEY to a key of its own.",
                id="config.E003",
            )
        )
    return found


def _keys_elsewhere() -> set[str]:
    made = settings.DATA_DIR / "demonstration.key"
    others = {settings.DATABASES["default"].get("PASSWORD"), settings.EMAIL_HOST_PASSWORD}
    if made.is_file():
        others.add(made.read_text(encoding="utf-8").strip())
    return {str(other) for other in others if other}


@register(Tags.security, deploy=True)
def address_is_public_and_encrypted(**_: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if settings.SCHEME != "https":
        found.append(
            Error(
                "Passwords and sessions travel readable: the scheme is http.",
                hint="Put a server that speaks TLS in front, and set SELARAS_SCHEME=https.",
                id="config.E005",
            )
        )
    if is_local(settings.DOMAIN):
        found.append(
            Error(
                f"Nobody else reaches the domain {settings.DOMAIN}.",
                hint="Set SELARAS_DOMAIN to the portal's public name.",
                id="config.E006",
            )
        )
    if settings.SCHEME == "https" and settings.PORT_SUFFIX:
        found.append(
            Warning(
                f"Public addresses carry the port {settings.PORT}.",
                hint="SELARAS_PORT is the port that readers use, usually 443; give the port to "
                "listen on to `selaras serve --port`.",
                id="config.W019",
            )
        )
    return found


@register(Tags.security, deploy=True)
def limits_know_who_asks(**_: Any) -> list[CheckMessage]:
    if settings.SCHEME != "https" or settings.TRUSTED_PROXIES:
        return []
    return [
        Error(
            "Whoever signs in seems to come from the server in front, so that one attacker "
            "locks out everybody.",
            hint="Set SELARAS_TRUSTED_PROXIES to the number of your servers in front, such as 1.",
            id="config.E020",
        )
    ]


@register(Tags.security, deploy=True)
def cookies_are_safe(**_: Any) -> list[CheckMessage]:
    loose = [
        name
        for name, safe in (
            ("SESSION_COOKIE_SECURE", settings.SESSION_COOKIE_SECURE),
            ("CSRF_COOKIE_SECURE", settings.CSRF_COOKIE_SECURE),
            ("SESSION_COOKIE_HTTPONLY", settings.SESSION_COOKIE_HTTPONLY),
            ("SESSION_COOKIE_SAMESITE", settings.SESSION_COOKIE_SAMESITE in {"Lax", "Strict"}),
            ("CSRF_COOKIE_SAMESITE", settings.CSRF_COOKIE_SAMESITE in {"Lax", "Strict"}),
        )
        if not safe
    ]
    if not loose:
        return []
    return [
        Error(
            f"A cookie can be read or sent by others: {', '.join(loose)}.",
            hint="Set SELARAS_SCHEME=https; the other settings are safe unless they were changed.",
            id="config.E014",
        )
    ]


@register(Tags.security, deploy=True)
def neighbours_are_reached_encrypted(**_: Any) -> list[CheckMessage]:
    """The database and the mail server, unless they stand on this machine."""
    found: list[CheckMessage] = []
    database = settings.DATABASES["default"]
    host, options = str(database.get("HOST") or ""), database.get("OPTIONS", {})
    away = bool(host) and not host.startswith("/") and not is_local(host)
    if away and options.get("sslmode") not in SAFE_MODES:
        found.append(
            Error(
                f"The connection to the database at {host} may be read on its way.",
                hint="Add ?sslmode=verify-full, or at least ?sslmode=require, to DATABASE_URL.",
                id="config.E021",
            )
        )
    sent = not any(word in settings.EMAIL_BACKEND for word in NOT_LETTERS)
    plain = not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL)
    if sent and plain and not is_local(settings.EMAIL_HOST):
        found.append(
            Error(
                f"Letters travel readable to {settings.EMAIL_HOST}, with the links in them.",
                hint="Take ?plain out of SELARAS_EMAIL_URL.",
                id="config.E022",
            )
        )
    return found
