"""The environment, read once at start by typed functions that raise."""

import os
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from selaras.common import mail_url

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


class InvalidSetting(ValueError):
    """A variable of the environment is missing or cannot be read."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")


def load_file(path: Path) -> None:
    """Read NAME=value lines into the environment; what is already set there wins."""
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        name, separator, value = line.partition("=")
        if not line.strip() or line.startswith("#"):
            continue
        if not separator:
            raise InvalidSetting(str(path), f"line {number} is not NAME=value")
        os.environ.setdefault(name.strip(), value.strip())


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, default)
    if value is None:
        raise InvalidSetting(name, "must be set")
    return value


def flag(name: str, *, default: bool) -> bool:
    raw = os.environ.get(name)
    if raw is None:
        return default
    lowered = raw.strip().lower()
    if lowered in TRUE:
        return True
    if lowered in FALSE:
        return False
    raise InvalidSetting(name, f"expected one of 1, 0, true, false, got {raw!r}")


def integer(name: str, *, default: int, least: int | None = None, most: int | None = None) -> int:
    raw = os.environ.get(name)
    if raw is None:
        return default
    try:
        number = int(raw)
    except ValueError:
        raise InvalidSetting(name, f"expected a whole number, got {raw!r}") from None
    if least is not None and number < least:
        raise InvalidSetting(name, f"expected at least {least}, got {raw!r}")
    if most is not None and number > most:
        raise InvalidSetting(name, f"expected at most {most}, got {raw!r}")
    return number


def servers(name: str, *, port: int) -> list[tuple[str, int]]:
    """IP addresses separated by commas, each with an optional port: `9.9.9.9, [::1]:5353`."""
    parts = [part.strip() for part in os.environ.get(name, "").split(",")]
    try:
        return [_server(part, port) for part in parts if part]
    except ValueError:
        problem = f"expected IP addresses like 9.9.9.9 or [::1]:5353, got {os.environ[name]!r}"
        raise InvalidSetting(name, problem) from None


def _server(text: str, port: int) -> tuple[str, int]:
    split = urlsplit(f"//{text}")
    if split.netloc != text:
        raise ValueError(text)
    return str(ip_address(split.hostname or "")), split.port or port


def address(name: str, *, schemes: tuple[str, ...], secret: bool = False) -> str:
    """An address with one of these schemes, such as `https://…` or `mailto:…`; empty if unset.

    An error does not repeat one that may have a password (`secret`).
    """
    raw = os.environ.get(name, "").strip()
    if raw and not _is_address(raw, schemes):
        got = "another" if secret else repr(raw)
        raise InvalidSetting(name, f"expected an address with {' or '.join(schemes)}, got {got}")
    return raw


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    try:
        split = urlsplit(text)
    except ValueError:
        return False
    whole = split.path if split.scheme == "mailto" else split.hostname
    printable = text.isascii() and text.isprintable() and " " not in text
    return split.scheme in schemes and bool(whole) and printable


def mail(name: str) -> mail_url.MailServer:
    """Where letters go; printed if unset. An error does not repeat it: it has a password."""
    try:
        return mail_url.parse(os.environ.get(name, "").strip())
    except ValueError:
        expected = "smtp://user:password@host:587, smtps://… or console:"
        raise InvalidSetting(name, f"expected {expected}") from None


def folder(name: str, *, default: Path) -> Path:
    """An absolute folder; made for its owner alone if it does not exist."""
    path = Path(os.environ.get(name, default)).absolute()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path
