"""The indices of one schema: made, put behind their alias, and removed.

`PREFIX-SCHEMA-DIGEST` is an alias of the one that answers, and the name of the index template after
which `PREFIX-SCHEMA-DIGEST-NUMBER` are made. Processes with an older schema go on reading theirs
until the newer one is rebuilt. One that is being filled has the alias `INDEX-filling-OWNER`: once
it is gone, what goes there fails instead of making another.
"""

import logging
import re
import secrets
import time
from collections.abc import Callable, Iterable
from typing import Any

from selaras.textindex.errors import Busy, EngineError
from selaras.textindex.opensearch.connecting import CHANGING, Cluster
from selaras.textindex.opensearch.failing import Exists, Missing
from selaras.textindex.opensearch.mapping import FILLING, LIVE, template
from selaras.textindex.schema import Schema

FIRST = 1
COUNTED_FOR = 60.0  # seconds that a number of documents is good enough for
GREEN_WITHIN = "10s"  # asked again until the time of a change is over

logger = logging.getLogger(__name__)


class Indices:
    def __init__(self, cluster: Cluster, prefix: str, schema: Schema) -> None:
        self._cluster = cluster
        self._schema = schema
        self._family = f"{prefix}-{schema.name}"
        self.alias = f"{self._family}-{schema.digest}"
        self._owner = secrets.token_hex(6)
        self._counted: tuple[float, int] | None = None

    def counted(self, count: Callable[[], int]) -> int:
        """How many documents there are; counted again where the last time is long ago."""
        now = time.monotonic()
        if self._counted is None or now - self._counted[0] > COUNTED_FOR:
            self._counted = now, count()
        return self._counted[1]

    def answering(self) -> list[str]:
        """The index behind the alias, if there is one."""
        try:
            return list(self._cluster.ask("GET", f"/_alias/{self.alias}"))
        except Missing:
            return []

    def make_first(self) -> None:
        """Where none answers, an empty one does from now on."""
        while not self.answering():
            try:
                self._make(self._numbered(FIRST), {"aliases": {self.alias: {}}})
            except Exists:
                # By another process meanwhile; or its alias was taken away by hand.
                self._change("PUT", f"/{self._numbered(FIRST)}/_alias/{self.alias}")

    def make_filling(self) -> str:
        """A new empty index that does not answer. Raises `Busy` where somebody else made it."""
        index = self._next()
        body = {"settings": {"index": FILLING}, "aliases": {self.filling(index): {}}}
        try:
            self._make(index, body)
        except Exists as error:
            # Or by us, and the answer was lost.
            if not self._exists(self.filling(index)):
                raise Busy(f"{index} was made by somebody else meanwhile") from error
        return index

    def filling(self, index: str) -> str:
        """The alias under which we fill an index."""
        return f"{index}-filling-{self._owner}"

    def put_in_place(self, index: str) -> None:
        """From now on it answers, and no other one; the others are removed."""
        self._make_live(index)
        before = self.answering()
        actions: list[dict[str, Any]] = [
            {"remove": {"index": one, "alias": self.alias}} for one in before if one != index
        ]
        actions.append({"add": {"index": index, "alias": self.alias}})
        actions.append(
            {"remove": {"index": index, "alias": self.filling(index), "must_exist": False}}
        )
        try:
            self._change("POST", "/_aliases", {"actions": actions})
        except Missing as error:
            # An answer may have been lost, and what was asked again was already done.
            if self.answering() != [index]:
                raise Busy(f"{index} was removed by somebody else meanwhile") from error
        self._tidy(index)

    def give_up(self, index: str) -> None:
        """Remove one that was being filled; what cannot be removed goes after the next filling."""
        try:
            self._remove({index}.difference(self.answering()))
        except EngineError as error:
            logger.warning("%s could not be removed: %s", index, error)

    def _remove(self, indices: Iterable[str]) -> None:
        for index in indices:
            try:
                self._change("DELETE", f"/{index}")
            except Missing:
                continue

    def _make_live(self, index: str) -> None:
        self._change("POST", f"/{index}/_refresh")
        self._change("PUT", f"/{index}/_settings", {"index": LIVE})
        # Green: every copy is there. Where that takes too long the old index goes on answering.
        self._change(
            "GET", f"/_cluster/health/{index}", wait_for_status="green", timeout=GREEN_WITHIN
        )

    def _make(self, index: str, body: dict[str, Any]) -> None:
        version = self._cluster.ask("GET", "/")["version"]["number"]
        made = template(self._schema, f"{self.alias}-*", int(version.partition(".")[0]))
        self._change("PUT", f"/_index_template/{self.alias}", made)
        self._change("PUT", f"/{index}", body)

    def _change(
        self, method: str, path: str, body: dict[str, Any] | None = None, **parameters: str
    ) -> None:
        self._cluster.ask(method, path, body, seconds=CHANGING, **parameters)

    def _next(self) -> str:
        numbers = [
            int(one.rpartition("-")[2]) for one in self._all() if one.startswith(f"{self.alias}-")
        ]
        return self._numbered(max(numbers, default=FIRST) + 1)

    def _numbered(self, number: int) -> str:
        return f"{self.alias}-{number}"

    def _all(self) -> list[str]:
        """Those of earlier schemas of this name too."""
        found = self._cluster.ask("GET", f"/{self._family}-*/_alias")
        name = re.compile(rf"{re.escape(self._family)}-[0-9a-f]{{12}}-[0-9]+")
        return [one for one in found if name.fullmatch(one)]

    def _exists(self, alias: str) -> bool:
        try:
            return bool(self._cluster.ask("GET", f"/_alias/{alias}"))
        except Missing:
            return False

    def _tidy(self, index: str) -> None:
        """Removes what was replaced, what a killed process left, and what is of other schemas."""
        try:
            others = [one for one in self._all() if one != index]
            self._remove(others)
            for digest in {one.rpartition("-")[0] for one in others} - {self.alias}:
                self._change("DELETE", f"/_index_template/{digest}")
        except EngineError as error:
            logger.warning("What %s replaced may still be there: %s", index, error)
