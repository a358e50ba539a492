"""Each engine with nothing in it: `engine`, by name. The real ones, never a double."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from engines.engine_under_test import Engine
from engines.library import BOOKS, LIBRARY
from engines.opensearch.building import NotBuilt
from engines.opensearch.cluster import Cluster, on_loopback, remove_indices
from engines.opensearch.sharing import locked, shared_cluster
from selaras.textindex.contract import Index

Maker = Callable[[Path], Engine]


def embedded(folder: Path) -> Engine:
    return Engine("embedded", "", folder / "index")


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for every process of this run of the tests."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def cluster(run_folder: Path) -> Iterator[Cluster]:
    """Three nodes of OpenSearch. Where none can be had, tests are skipped; in CI they fail."""
    with ExitStack() as stack:
        try:
            running = stack.enter_context(shared_cluster(run_folder / "opensearch"))
        except NotBuilt as error:
            missing = f"NOT TESTED AGAINST OPENSEARCH: {error}"
            if os.environ.get("CI") == "true":
                pytest.fail(missing)
            pytest.skip(missing)
        yield running


@pytest.fixture(scope="session")
def opensearch(request: pytest.FixtureRequest) -> Iterator[Maker]:
    """Makes engines of one cluster, each with index names of its own: of the cluster on this very
    machine that OPENSEARCH_URL names, else of one that is started."""
    theirs = os.environ.get("OPENSEARCH_URL", "").rstrip("/")
    assert not theirs or on_loopback(theirs), "Tests write only to a cluster on this machine"
    url = theirs or f"http://{request.getfixturevalue('cluster').hosts}"
    run = f"tests{secrets.token_hex(4)}"
    numbers = count()
    yield lambda folder: Engine("opensearch", f"{url}/{run}_{next(numbers)}", folder)
    if theirs:
        remove_indices(url, f"{run}_*")


@pytest.fixture(autouse=True)
def undisturbed(request: pytest.FixtureRequest, run_folder: Path) -> Iterator[None]:
    """A node is killed only while no other test needs it."""
    kills = "killing" in request.fixturenames
    if not kills and "opensearch" not in request.node.name:
        yield
        return
    with locked(run_folder / "nodes.lock", shared=not kills):
        yield


@pytest.fixture
def killing() -> None:
    """For a test that kills nodes."""


@pytest.fixture(scope="session", params=["embedded", "opensearch"])
def make_engine(request: pytest.FixtureRequest) -> Maker:
    if request.param == "embedded":
        return embedded
    made: Maker = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def engine(make_engine: Maker, tmp_path: Path) -> Engine:
    return make_engine(tmp_path)


@pytest.fixture
def opensearch_engine(opensearch: Maker, tmp_path: Path) -> Engine:
    return opensearch(tmp_path)


@pytest.fixture(scope="module")
def library(make_engine: Maker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index with the books of the library, for tests that only ask."""
    made = make_engine(tmp_path_factory.mktemp("library"))
    with made.opened(LIBRARY) as index:
        with index.writing() as writer:
            writer.put(BOOKS)
        yield index
