"""In words: how a page is kept, of what it is made, and why it would be made again."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from time import time
from urllib.parse import unquote_to_bytes, urlsplit

from django.utils.html import strip_tags

from selaras.common.errors import Refused
from selaras.delivery.kept import Kept
from selaras.delivery.pages import Address, Pages, address_of
from selaras.delivery.releases import this_release
from selaras.institutions.hosts import host_name

SHOWN = 60


class NotAPage(Refused):
    """An address of which nothing can be kept."""


def read_url(url: str) -> Address:
    """Raises `NotAPage`."""
    try:
        parts = urlsplit(url.strip())
        host = host_name(parts.netloc.rpartition("@")[2])
    except ValueError:
        host = ""
    address = (
        address_of(host, unquote_to_bytes(parts.path).decode("latin-1") or "/") if host else None
    )
    if address is None:
        raise NotAPage(
            f'"{url}" bukan alamat halaman yang disimpan.',
            "Tulis alamat lengkap sebuah halaman publik, misalnya https://contoh.go.id/berita/.",
        )
    return address


def explained(pages: Pages, address: Address) -> Iterator[str]:
    """Lines for a person; `pages.state` has looked already."""
    page = pages.page(address)
    if page is None:
        yield "Belum tersimpan: dibuat saat pertama diminta."
        return
    made = datetime.fromtimestamp(page.made_at, UTC)
    age = int(time() - page.made_at)
    yield f"Dibuat {made:%Y-%m-%d %H:%M:%S} UTC ({age} detik lalu), epoch {page.epoch}"
    yield f"Berlaku: {why_not(pages, page) or 'ya'}"
    yield f"Potongan: {len(page.pieces)}, {sum(map(len, page.pieces))} byte"
    for number, piece in enumerate(page.pieces, start=1):
        yield f"  {number}. {len(piece)} byte"
    yield f"Slot: {len(page.slots)}"
    for slot, value in zip(page.slots, pages.values.of(page.slots), strict=True):
        words = " ".join(strip_tags(value.decode()).split())
        yield f"  {json.dumps(slot.stored(), ensure_ascii=False)}"
        yield f"    → {words[:SHOWN]}{'…' if len(words) > SHOWN else ''}"
    yield "Bergantung pada:"
    for key in sorted(page.keys):
        epoch = pages.state.changed.get(key)
        yield f"  {key}" + (f" (terakhir berubah pada epoch {epoch})" if epoch is not None else "")


def why_not(pages: Pages, page: Kept) -> str:
    """Why it would be made again; empty where it holds."""
    state = pages.state
    if state.holds(page):
        return ""
    if page.release != this_release():
        return f"tidak, dibuat oleh rilis lain ({page.release})"
    newer = [key for key in sorted(page.keys) if state.changed.get(key, -1) > page.epoch]
    if newer:
        return f"tidak, berubah sejak itu: {', '.join(newer)}"
    return "tidak, waktunya sudah lewat"
