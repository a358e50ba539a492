"""Everything that one process knows of published pages, and how it comes to an answer."""

import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from selaras.delivery.answers import Answer
from selaras.delivery.blind import note
from selaras.delivery.kept import Kept
from selaras.delivery.making import Maker
from selaras.delivery.memory import Memory, Name
from selaras.delivery.routes import kept_route
from selaras.delivery.state import State
from selaras.delivery.store import NotKept, Store
from selaras.delivery.values import Values
from selaras.delivery.watching.sources import source
from selaras.delivery.watching.watcher import Watcher
from selaras.embeds.slots import Slot, kind_of
from selaras.institutions.hosts import host_name

logger = logging.getLogger(__name__)

CONFIRMED = "confirmed_at"
Address = tuple[str, str, str]  # host, path, and the name of the route


class Pages:
    """The watcher is started by the first request, since a server starts its processes itself."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self.store = store_in(folder)
        self.memory = Memory(most_bytes)
        self.state, self.values, self.maker = State(), Values(), Maker()
        self.watcher = Watcher(self.state, self.values, source(), self)
        self._mine = threading.local()
        self._gate = threading.Lock()
        self._making: dict[Address, threading.Lock] = {}

    def answer(self, environ: dict[str, Any]) -> Answer | None:
        """What is to be told; None where the product itself has to answer."""
        name = environ.get("HTTP_HOST", ""), environ["PATH_INFO"]
        answer = self.memory.get(name)
        if (
            answer is not None
            and answer.generation is self.state.generation
            and self.state.is_trusted()
            and (answer.page.any_query or not environ.get("QUERY_STRING"))
        ):
            return answer
        if not self.state.is_trusted():
            self.watcher.start()
            if not self.state.is_trusted():
                return None
        address = address_of(*name)
        if address is None:
            return None
        return self._looked_up(name, address, answer, bool(environ.get("QUERY_STRING")))

    def reconnect(self) -> None:
        """End this thread's connection if the database has been found anew since it was made."""
        known = getattr(self._mine, "opened", None)
        if known != self.state.opened:
            if known is not None:
                connection.close()
            self._mine.opened = self.state.opened

    def confirmed_at(self) -> float:
        """When it was last known that what is told is right, in seconds since 1970."""
        with _not_kept():
            return self.state.confirmed_at or self.store.told(CONFIRMED) or 0.0
        return 0.0

    def page(self, address: Address) -> Kept | None:
        """What is kept there, whether it holds or not."""
        with _not_kept():
            return self.store.page(*address[:2])
        return None

    def made(self, address: Address) -> Kept:
        """The page as it is now, made if need be, by one thread of this process."""
        with self._gate:
            lock = self._making.setdefault(address, threading.Lock())
        try:
            with lock:
                page = self.page(address)
                if page is not None and self.state.holds(page):
                    return page
                made = self.maker.make(*address, epoch=self.state.epoch)
                if made.keepable:
                    self._keep(made.page)
                return made.page
        finally:
            with self._gate:
                self._making.pop(address, None)

    def newest_epoch(self) -> int:
        with _not_kept():
            return self.store.newest_epoch()
        return -1

    def went_back(self) -> None:
        self.memory.clear()
        with _not_kept():
            self.store.forget_all()

    def changed(self, keys: frozenset[str]) -> None:
        """Nothing to do: what is asked for is looked at then."""

    def _looked_up(
        self, name: Name, address: Address, answer: Answer | None, query: bool
    ) -> Answer | None:
        self.reconnect()
        generation = self.state.generation
        page = answer.page if answer is not None else self.page(address)
        if self.state.blind:
            return None if page is None else self._at_rest(page, generation)
        if page is None or not self.state.holds(page):
            if query:
                return None
            page = self.made(address)
        if query and not page.any_query:
            return None
        values = self.values.of(page.slots)
        if answer is not None and answer.page is page and answer.values == values:
            answer.generation = generation
            return answer
        answer = Answer(page, values, generation)
        if page.status == 200:  # noqa: PLR2004
            self.memory.put(name, answer)
        return answer

    def _at_rest(self, page: Kept, generation: object) -> Answer:
        known: dict[str, bytes] = {}
        with _not_kept():
            known = self.store.values([slot_name(slot) for slot in page.slots])
        values = tuple(
            known.get(slot_name(slot), kind_of(slot.place).absent(slot).encode())
            for slot in page.slots
        )
        return Answer(page, values, generation, note(page.path, self.confirmed_at()))

    def _keep(self, page: Kept) -> None:
        values = self.values.of(page.slots)
        with _not_kept():
            self.store.keep(page)
            self.store.keep_values(dict(zip(map(slot_name, page.slots), values, strict=True)))


def store_in(folder: Path) -> Store:
    return Store(folder / "pages.sqlite3")


def slot_name(slot: Slot) -> str:
    """By what the store knows a slot."""
    return json.dumps(slot.stored())


@contextmanager
def _not_kept() -> Iterator[None]:
    """A file that cannot be read or written costs speed, nothing else."""
    try:
        yield
    except NotKept as error:
        logger.warning("kept pages cannot be reached: %s", error)


@lru_cache(maxsize=8192)
def address_of(header: str, path: str) -> Address | None:
    """The address of a page that may be kept; None for editors, machines, files and nonsense."""
    host = host_name(header)
    if not host or host == settings.EDITOR_HOST or path.startswith(("/static/", "/media/")):
        return None
    try:
        text = path.encode("latin-1").decode()
    except UnicodeError:
        return None
    route = kept_route(text, "portal" if host == settings.DOMAIN else "institution")
    return (host, path, route) if route else None
