"""Print what a country answers: the status and the hash of each page, feed, map and file.

Run as a script. Clocks stand still, so that two runs can be compared byte for byte.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import django

django.setup()

import time_machine  # noqa: E402
from django.test import Client  # noqa: E402

from selaras.institutions.models import Institution  # noqa: E402
from selaras.media.models import File  # noqa: E402
from selaras.pages.models import ArticlePage  # noqa: E402

NOW = datetime(2026, 11, 26, 5, 0, tzinfo=UTC)
PORTAL = "localhost"
SITES = ("kota-bandung", "bnpb", "kota-surabaya")
MACHINES = (
    "/sitemap.xml", "/robots.txt", "/umpan/rss.xml", "/umpan/atom.xml", "/umpan/feed.json",
    "/rekapitulasi/", "/pengumuman/", "/en/", "/wilayah/",
)  # fmt: skip
LINK = re.compile(r'(?:href|src)="(?:https?://[^/"]+)?(/[^"#]*)"')
FILE = re.compile(r"/(?:media|documents)/[^\s\"',)]+")
MOST = 90  # pages of each host


def walked(host: str, starts: list[str]) -> Iterator[tuple[str, int, bytes]]:
    """What a reader finds from some pages on, following links within the host."""
    client = Client(headers={"host": host}, raise_request_exception=False)
    waiting, seen = list(dict.fromkeys([*starts, *MACHINES])), set[str]()
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        response = client.get(path)
        body = b"".join(response) if response.streaming else response.content
        yield path, response.status_code, body
        if response.headers.get("Content-Type", "").startswith("text/html"):
            text = body.decode()
            waiting += [*FILE.findall(text), *LINK.findall(text)]


def starts(slug: str) -> list[str]:
    site = Institution.objects.select_related("site__root_page").get(slug=slug)
    pages = ArticlePage.objects.live().descendant_of(site.site.root_page)
    return ["/", *(page.get_url_parts()[2] for page in pages[:40])]


def main() -> None:
    hosts = {PORTAL: ["/", *(file.url for file in File.objects.all()[:20])]}
    for slug in Institution.objects.filter(slug__in=SITES).values_list("slug", flat=True):
        hosts[f"{slug}.localhost"] = starts(slug)
    with time_machine.travel(NOW, tick=False):
        found = {
            f"{host}{path}": (status, hashlib.sha256(body).hexdigest())
            for host, paths in hosts.items()
            for path, status, body in walked(host, paths)
        }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
