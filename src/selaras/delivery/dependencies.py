"""What a rendering read outside its slots, told by the tables that it asked.

Which institution's pages were asked for does not show in a query; but a site shows only its own,
and the portal any. So a change of one institution's pages is a change for its site and for the
portal.
"""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from selaras.embeds.slots import Collected, is_filling
from selaras.institutions.changing import COUNTRY
from selaras.institutions.models import Institution

TABLE = re.compile(r'(?:FROM|JOIN)\s+"?([a-z_]+)"?', re.IGNORECASE)
SITES = "sites"
# By the beginning of a table's name: a key of the ledger or a family of keys, `SITES` for what
# belongs to one institution, or nothing where it shows on no page.
KEYS: dict[str, str] = {
    "facts_": "facts",
    "announcements_": "announcements",
    "tallies_": "tallies",
    "institutions_": COUNTRY,
    "pages_": SITES,
    "portal_": SITES,
    "media_": SITES,
    "wagtailcore_": SITES,
    "wagtailredirects_": SITES,
    "wagtailimages_": SITES,
    "taggit_": SITES,
    "django_content_type": "",
    "django_session": "",
}
EVERYTHING = "everything"  # of a table that nobody knows: right for one epoch only


def keys_of(sql: str) -> Iterator[str]:
    """The keys of all tables in a query."""
    for table in TABLE.findall(sql):
        key = next((key for name, key in KEYS.items() if table.startswith(name)), EVERYTHING)
        if key:
            yield key


def narrowed(keys: Collection[str], institution: Institution | None) -> frozenset[str]:
    """As what one institution's site depends on; the portal shows what it likes of any."""
    if institution is None or SITES not in keys:
        return frozenset(keys)
    return frozenset(keys) - {SITES} | {institution.change_key}


@contextmanager
def noted(into: Collected) -> Iterator[None]:
    """Inside, what is read adds its keys, unless it fills a slot."""

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not is_filling():
            into.keys.update(keys_of(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield
