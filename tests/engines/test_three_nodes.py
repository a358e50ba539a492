"""A cluster of three machines, one of which stops for good in the middle of everything."""

import threading
from typing import Any

from engines.library import LIBRARY, book
from engines.opensearch.cluster import Cluster, Node
from selaras.textindex.opensearch.index import OpenSearchIndex
from selaras.textindex.queries import Term

BATCHES, SIZE = 30, 100
DIES_AT = 10


def holder(cluster: Cluster, prefix: str) -> Node:
    """The node that takes the writes to an index, and hands them on."""
    shards = cluster.ask(cluster.nodes[0], f"/_cat/shards/{prefix}-*?format=json")
    (first,) = [one["node"] for one in shards if one["prirep"] == "p"]
    return next(node for node in cluster.nodes if node.name == first)


def test_nothing_is_lost_and_searches_answer_while_a_node_dies(
    cluster: Cluster, killing: None
) -> None:
    url = f"http://{cluster.hosts}/dying"
    index, reading = OpenSearchIndex(url, LIBRARY), OpenSearchIndex(url, LIBRARY)
    said = {f"{n:05}": book(f"{n:05}", f"kata berita {n}") for n in range(BATCHES * SIZE)}
    ids = list(said)
    written: list[str] = []
    answers: list[tuple[int, int]] = []
    wrong: list[Any] = []
    ended = threading.Event()

    def write(batch: int) -> None:
        part = ids[batch * SIZE : (batch + 1) * SIZE]
        with index.writing() as writer:
            writer.put([said[one] for one in part])
        written.extend(part)

    def search() -> None:
        while not ended.is_set():
            before = len(written)
            try:
                hits = reading.snapshot().search(Term("text", "berita"), limit=5, count=True)
                answers.append((before, hits.total or 0))
            except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
                wrong.append(error)

    write(0)
    cluster.wait_for_all()  # the second copy too
    victim = holder(cluster, "dying")
    searching = threading.Thread(target=search)
    searching.start()
    try:
        for batch in range(1, BATCHES):
            if batch == DIES_AT:
                cluster.kill(victim)
            write(batch)
    finally:
        ended.set()
        searching.join()
        cluster.start(victim)
    assert wrong == []
    assert len(answers) > BATCHES
    # What was written before a question is in its answer, also where another copy answers now.
    assert [one for one in answers if one[1] < one[0]] == []
    kept = dict(reading.snapshot().everything())
    assert kept == {identity: said[identity].stored for identity in written}
    assert len(kept) == BATCHES * SIZE
