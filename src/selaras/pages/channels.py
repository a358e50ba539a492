"""Where an institution's accounts may be: one wrong letter leads citizens to a stranger."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

# The hosts on which a kind of channel lives, the one that people share first.
HOSTS = {
    "google-news": ("news.google.com",),
    "telegram": ("t.me", "telegram.me"),
    "whatsapp": ("wa.me", "whatsapp.com", "chat.whatsapp.com"),
    "instagram": ("instagram.com",),
    "facebook": ("facebook.com",),
    "x": ("x.com", "twitter.com"),
    "youtube": ("youtube.com",),
    "tiktok": ("tiktok.com",),
}
PREFIXES = ("www.", "m.", "id-id.")


def check_channel(kind: str, label: str, url: str) -> None:
    """Raises ValidationError unless the address is an account on the channel's own host."""
    hosts = HOSTS.get(kind)
    if hosts and not _is_account(url, hosts):
        problem = f"Alamat {label} diawali https://{hosts[0]}/ dan menyebut akun atau grupnya."
        raise ValidationError({"url": problem})


def _is_account(url: str, hosts: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(url)
        plain = parts.scheme == "https" and parts.port is None and "@" not in parts.netloc
    except ValueError:
        return False
    host = parts.hostname or ""
    for prefix in PREFIXES:
        host = host.removeprefix(prefix)
    return plain and host in hosts and bool(parts.path.strip("/"))
