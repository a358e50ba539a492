"""What the benchmark does to its country, each in a process of its own."""

import dataclasses
import json
import sys
import time

import django


def main() -> None:
    django.setup()
    STEPS[sys.argv[1]](*sys.argv[2:])


def articles() -> None:
    from benchmarks.delivery.country import articles as make

    print(json.dumps(make()))


def announce(shade: str) -> None:
    """Prints when it was committed."""
    from benchmarks.announcing import announcer
    from selaras.institutions.models import Region

    codes = Region.objects.filter(level__in=["regency", "city"]).values_list("pk", flat=True)
    announcer(list(codes), f"{shade}-{time.time_ns()}", shades=(shade,))()
    print(time.time())


def fill(listed: str, number: str, of: str) -> None:
    """This process's part of the list of pages."""
    from pathlib import Path

    from django.conf import settings

    from selaras.delivery.keeping import lacking
    from selaras.delivery.pages import Pages

    pages = Pages(settings.DATA_DIR / "delivery", 1 << 20)
    pages.watcher.look()
    lines = Path(listed).read_text(encoding="utf-8").splitlines()
    mine = [line.split(" ", 1) for line in lines[int(number) :: int(of)]]
    for address in lacking(pages, [(host, path) for host, path in mine]):
        pages.made(address)


def grow(count: str) -> None:
    """Copies of kept pages at other addresses, until there are so many."""
    from itertools import cycle

    from django.conf import settings

    from selaras.delivery.pages import store_in

    store = store_in(settings.DATA_DIR / "delivery")
    known = store.addresses()
    lacking = int(count) - len(known)
    for number, (host, path, *_) in zip(range(lacking), cycle(known), strict=False):
        page = store.page(host, path)
        if page is not None:
            store.keep(dataclasses.replace(page, path=f"/salinan-{number}{path}"))


def count() -> None:
    from django.conf import settings

    from selaras.delivery.pages import store_in

    print(len(store_in(settings.DATA_DIR / "delivery").addresses()))


STEPS = {"articles": articles, "announce": announce, "fill": fill, "grow": grow, "count": count}

if __name__ == "__main__":
    main()
