"""One cluster for all test processes of a run: the first that needs it starts it, the last that
used it stops it. If they end otherwise, its nodes end with the process that runs the tests."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engines.opensearch.cluster import Cluster


@contextmanager
def shared_cluster(folder: Path) -> Iterator[Cluster]:
    """`folder` is the same for all processes of a run. Raises NotBuilt."""
    folder.mkdir(exist_ok=True)
    users = folder / "users"
    users.mkdir(exist_ok=True)
    own = users / str(os.getpid())
    with locked(folder / "starting"):
        if not (folder / "nodes.json").exists():
            Cluster.started(folder, _runner())
        own.touch()
    try:
        yield Cluster.of(folder)
    finally:
        with locked(folder / "starting"):
            own.unlink()
            if not any(users.iterdir()):
                Cluster.of(folder).stop()
                (folder / "nodes.json").unlink()


@contextmanager
def locked(path: Path, *, shared: bool = False) -> Iterator[None]:
    """Held by one process, or by many that only share it."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield


def _runner() -> int:
    """The process that runs the tests, which is the parent of those that share the work."""
    return os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
