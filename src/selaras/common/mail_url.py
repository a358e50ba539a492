"""Where letters go, as one address: `smtp://user:password@host:587`, `smtps://…`, `console:`."""

from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

BACKENDS = "django.core.mail.backends"
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """What Django's `EMAIL_…` settings say. With `smtp` the connection is encrypted by STARTTLS."""

    backend: str
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    ssl: bool = False
    starttls: bool = False


CONSOLE = MailServer(f"{BACKENDS}.console.EmailBackend")


def parse(text: str) -> MailServer:
    """Raises `ValueError` for anything else. Only `smtp://host?plain` sends in the clear."""
    if text in ("", "console:"):
        return CONSOLE
    split = urlsplit(text)
    if split.scheme not in PORTS or not split.hostname or split.path.strip("/"):
        raise ValueError(text)
    return _server(split)


def _server(split: SplitResult) -> MailServer:
    if split.query not in ("", "plain"):
        raise ValueError(split.query)
    return MailServer(
        backend=f"{BACKENDS}.smtp.EmailBackend",
        host=split.hostname or "",
        port=split.port or PORTS[split.scheme],
        user=unquote(split.username or ""),
        password=unquote(split.password or ""),
        ssl=split.scheme == "smtps",
        starttls=split.scheme == "smtp" and split.query != "plain",
    )
