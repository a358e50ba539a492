"""Ask the product itself for a page, on a connection that reads what is not announced yet."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import unquote, urlsplit

from django.db import models

from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.supposing import Supposed, suppose
from selaras.common.clock import at_moment
from selaras.facts.models import FactVersion
from selaras.pages.foreseeing.errors import NotForeseen
from selaras.pages.past.rendering import MOST_STEPS, MOVED, OK, response_of
from selaras.pages.past.shadows import (
    columns_of,
    insert,
    literal,
    nothing_stays,
    quoted,
    run,
    select_of,
    shadowed,
    table,
    temporary,
)

ENDED = "foreseen_ended"


def foresee(draft: AnnouncementDraft, host: str, path: str) -> bytes:
    """What a client will get from that address when the draft is public.

    `{slug}` in the path stands for the announcement's own. Raises `NotForeseen`.
    """
    supposed = suppose(draft)
    with nothing_stays(), standing(supposed), at_moment(supposed.at):
        return _answer(host, path.replace("{slug}", supposed.announcement.slug))


@contextmanager
def standing(supposed: Supposed) -> Iterator[None]:
    """Inside this block this connection reads these rows beside those of the tables.

    They lie in temporary tables, which no other connection sees. Use it inside `nothing_stays`.
    """
    by_model: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for row in supposed.rows:
        by_model[type(row)].append(row)
    views = {}
    with ExitStack() as stack:
        ended = f"SELECT id FROM {quoted(table(FactVersion))} LIMIT 0"  # noqa: S608
        stack.enter_context(temporary("TABLE", ENDED, ended))
        run(f"INSERT INTO {quoted(ENDED)} VALUES (%s)", [[key] for key in supposed.ended])  # noqa: S608
        for model, rows in by_model.items():
            name = f"foreseen_{table(model)}"
            stack.enter_context(temporary("TABLE", name, f"{select_of(model)} LIMIT 0"))
            insert(name, model, rows)
            views[table(model)] = _view(model, name, supposed)
        stack.enter_context(shadowed(views))
        yield


def _view(model: type[models.Model], name: str, supposed: Supposed) -> str:
    columns = ", ".join(map(quoted, columns_of(model)))
    ends = f"SELECT id FROM {quoted(ENDED)}"  # noqa: S608
    ended = f"CASE WHEN id IN ({ends}) THEN {literal(supposed.at)} ELSE recorded_to END"
    kept = select_of(model, {"recorded_to": ended} if model is FactVersion else None)
    return f"{kept} UNION ALL SELECT {columns} FROM {quoted(name)}"  # noqa: S608


def _answer(host: str, path: str) -> bytes:
    for _ in range(MOST_STEPS):
        response = response_of(host, path)
        if response.status_code not in MOVED:
            break
        path = unquote(urlsplit(response.headers["Location"]).path)
    if response.status_code != OK:
        raise NotForeseen(path, response.status_code)
    return response.content
