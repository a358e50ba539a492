"""Where the log is offered, outside the languages."""

from selaras.institutions.hosts import portal_url

KEYS = "/.well-known/selaras-keys.json"


def keys_url() -> str:
    return portal_url(KEYS)


def announcement_bundle(slug: str) -> str:
    return portal_url(f"/bukti/pengumuman/{slug}.json")
