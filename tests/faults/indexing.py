"""Ten thousand changes, and an indexer that dies again and again while they are made.

The texts are rows that can be written by the thousand: former names of one institution, each
told as an entry of its own. Notes, clusters and index are the product's own. Prints, as JSON,
how many indexers died, how many documents the index has at last, where it differs, and how
long it took until each of some later changes could be found, in seconds.
"""

import json
import os
import signal
import sys
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from random import Random
from time import monotonic, sleep

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.db.models import Value  # noqa: E402
from django.db.models.functions import Concat  # noqa: E402

from selaras.institutions.models import Institution, InstitutionName  # noqa: E402
from selaras.search import sources  # noqa: E402
from selaras.search.entries import Entry, Kind  # noqa: E402
from selaras.search.index import national_index  # noqa: E402
from selaras.search.indexing.comparing import differences  # noqa: E402
from selaras.search.indexing.filling import fill  # noqa: E402
from selaras.search.indexing.keeping import Indexer  # noqa: E402
from selaras.search.indexing.noting import note  # noqa: E402
from selaras.search.models import WaitingEntry  # noqa: E402
from support.dying import survives  # noqa: E402

BEFORE, TRANSACTIONS = 4_000, 20
CHANGED, NEW = BEFORE // TRANSACTIONS, 300  # in each transaction: together 500, 10,000 in all
NAME = "former"
LONG = " ".join(f"kata{chr(97 + one)} kalimat{chr(97 + one)}" for one in range(24))
ROWS = InstitutionName.objects.filter(short_name=NAME).order_by("pk")
RANDOM = Random(8)  # noqa: S311


class FormerNames:
    name = NAME

    def read(self, ids: Collection[str]) -> Mapping[str, Entry]:
        return {str(row.pk): _entry(row) for row in ROWS.filter(pk__in=list(ids))}

    def ids(self) -> Iterator[str]:
        return map(str, ROWS.values_list("pk", flat=True))


def _entry(row: InstitutionName) -> Entry:
    """Every tenth text is the same release as nine others, of which one may own the topic."""
    copied = row.pk % 10 == 0
    return Entry(
        key=f"{NAME}:{row.pk}",
        kind=Kind.NEWS,
        title=row.name,
        lead="",
        body=f"{LONG} rilis{row.pk // 100}" if copied else row.name,
        path=f"/{row.pk}/",
        institution="komdigi",
        region="00",
        dated=datetime(2026, 11, 1, tzinfo=UTC),
        owner=row.name.endswith("7"),
    )


def write(first: int, count: int) -> list[int]:
    owner = Institution.objects.get(slug="komdigi")
    made = InstitutionName.objects.bulk_create(
        InstitutionName(institution=owner, name=f"Nama {number}", short_name=NAME)
        for number in range(first, first + count)
    )
    return [row.pk for row in made]


def change() -> None:
    """Each transaction changes, deletes and writes texts, and notes it, as the receivers do."""
    known = list(ROWS.values_list("pk", flat=True))
    for number in range(TRANSACTIONS):
        some = known[number * CHANGED :][:CHANGED]
        with transaction.atomic():
            for start, ending in enumerate((" baru 7", " baru", " lama")):
                rows = ROWS.filter(pk__in=some[start::3])
                rows.update(name=Concat("name", Value(ending)))
            ROWS.filter(pk__in=some[::5]).delete()
            new = write(BEFORE + number * NEW, NEW)
            note(f"{NAME}:{key}" for key in (*some, *new))


def follow() -> None:
    indexer = Indexer(national_index())
    while not indexer.turn.take():  # a server may need a moment to see that a session is gone
        sleep(0.05)
    indexer.settle_all()


def killed_at_a_statement() -> bool:
    return not survives(follow, RANDOM.randrange(4, 60))


def killed_after_a_moment() -> bool:
    """In the middle of whatever it does then, the engine's own writing included."""
    connection.close()
    child = os.fork()
    if child == 0:
        Indexer(national_index()).run()
    sleep(RANDOM.uniform(0.1, 0.8))
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def visible(times: int = 10) -> list[float]:
    """From the commit to the reader of another process, while an indexer runs beside."""
    child = apart(lambda: Indexer(national_index()).run())
    took = []
    for number in range(times):
        with transaction.atomic():
            (key,) = write(100_000 + number, 1)
            note([f"{NAME}:{key}"])
        begun = monotonic()
        while not national_index().snapshot().documents([f"{NAME}:{key}"]):
            assert monotonic() - begun < 30, "it never came"
            sleep(0.01)
        took.append(monotonic() - begun)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return took[1:]  # the first waits for the process to begin


def apart(act: object) -> int:
    """Done in a process of its own, since the index must not be open before a fork."""
    connection.close()
    child = os.fork()
    if child == 0:
        act()  # type: ignore[operator]
        os._exit(0)
    return child


def ended_well(child: int) -> bool:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


if __name__ == "__main__":
    sources._sources.clear()
    sources.register_source(FormerNames())
    WaitingEntry.objects.all().delete()
    write(0, BEFORE)
    assert ended_well(apart(lambda: fill(national_index())))
    changing = apart(change)
    died = [kill() for _ in range(8) for kill in (killed_at_a_statement, killed_after_a_moment)]
    assert ended_well(changing)
    assert ended_well(apart(follow))
    took = visible()
    assert ended_well(apart(follow))
    told = {
        "died": sum(died),
        "waiting": WaitingEntry.objects.count(),
        "documents": national_index().snapshot().statistics().documents,
        "differences": [one.key for one in differences(national_index())],
        "seconds": took,
    }
    json.dump(told, sys.stdout)
