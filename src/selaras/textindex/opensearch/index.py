"""One index in a cluster."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from selaras.textindex.contract import Snapshot, Writer
from selaras.textindex.errors import Busy
from selaras.textindex.opensearch.address import parsed
from selaras.textindex.opensearch.bulk import MOST_BYTES, send
from selaras.textindex.opensearch.connecting import CHANGING, Cluster
from selaras.textindex.opensearch.failing import Missing
from selaras.textindex.opensearch.indices import Indices
from selaras.textindex.opensearch.reading import ClusterSnapshot
from selaras.textindex.opensearch.spool import Spool
from selaras.textindex.schema import Document, Schema


class OpenSearchIndex:
    """An index in the cluster at `https://user:password@host:9200/prefix?ca=/path/to/ca.pem`.

    Several hosts are joined by commas: a question that one of them does not answer goes to the
    next one. Certificates are verified, against the file `ca` or what the machine trusts.

    What OpenSearch cannot keep of the contract: changes are sent when `writing` ends, in requests
    of at most 5 MB, and each document is durable and becomes visible on its own. Where an error
    comes between two requests, what was sent before stays; writing the same again does no harm.
    Two processes may write at once; the last one of an id wins. What is written to the index
    while another one is being rebuilt is not in the new one. Words that begin nearly so are looked
    for with fewer mistakes the longer they are (`nearly.py`). Raises ValueError for an address
    that is not of this form.
    """

    def __init__(self, url: str, schema: Schema) -> None:
        address = parsed(url)
        self.schema = schema
        self._cluster = Cluster(address)
        self._indices = Indices(self._cluster, address.prefix, schema)

    def snapshot(self) -> Snapshot:
        return ClusterSnapshot(self._cluster, self._indices, self.schema)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        spool = Spool(self.schema)
        try:
            yield spool
            self._indices.make_first()
            send(self._cluster, self._indices.alias, spool.take())
            self._cluster.ask("POST", f"/{self._indices.alias}/_refresh", seconds=CHANGING)
        finally:
            spool.close()

    @contextmanager
    def rebuilding(self) -> Iterator[Writer]:
        index = self._indices.make_filling()
        filling = Filling(self._cluster, self._indices.filling(index), self.schema)
        try:
            yield filling
            filling.end()
            self._indices.put_in_place(index)
        except BaseException:
            self._indices.give_up(index)
            raise
        finally:
            filling.close()

    def close(self) -> None:
        self._cluster.close()


class Filling:
    """The writer of an index that does not answer yet: what is put is sent when it is enough."""

    def __init__(self, cluster: Cluster, alias: str, schema: Schema) -> None:
        self._cluster = cluster
        self._alias = alias
        self._spool = Spool(schema)

    def put(self, documents: Iterable[Document]) -> None:
        self._spool.put(documents)
        self._send_if_enough()

    def drop(self, ids: Iterable[str]) -> None:
        self._spool.drop(ids)
        self._send_if_enough()

    def _send_if_enough(self) -> None:
        if self._spool.size >= MOST_BYTES:
            self.end()

    def end(self) -> None:
        try:
            send(self._cluster, self._alias, self._spool.take())
        except Missing as error:
            raise Busy("Somebody else has rebuilt the index meanwhile") from error

    def close(self) -> None:
        self._spool.close()
