"""A running server on a copy of the demonstration country, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from support import databases
from support.servers import RunningServer

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
START_SECONDS = 60


@pytest.fixture(scope="session")
def demonstration_server(
    worker: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    with served(f"selaras_server_{worker}", tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture
def server_without_worker(worker: str, tmp_path: Path) -> Iterator[RunningServer]:
    """A country of its own in which nothing runs in the background."""
    with served(f"selaras_alone_{worker}", tmp_path, "--without-worker") as server:
        yield server


@contextmanager
def served(name: str, data_dir: Path, *options: str) -> Iterator[RunningServer]:
    """A server on a copy of the demonstration, until the block ends."""
    url = databases.copy_of("demonstration", name)
    port = _free_port()
    databases.media_of("demonstration", data_dir)
    databases.static_into(data_dir)
    env = databases.environment(url, data_dir)
    env["SELARAS_PORT"] = str(port)
    server = RunningServer(port, env)
    options = ("--workers", "1", "--without-keeper", "--without-indexer", *options)
    process = subprocess.Popen(
        [sys.executable, "-m", "selaras", "serve", "--port", str(port), *options],
        env=env,
        cwd=databases.ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)
        databases.discard(url)


class Running:
    """The browser, from the first test that needs it to the last one in this folder.

    While it runs the thread has an event loop, and Django refuses to ask the database: a process
    that has no browser tests left, and takes over tests of another one, must have closed it.
    """

    def __init__(self) -> None:
        self._opened = ExitStack()
        self._browser: Browser | None = None
        self.leaving = False

    def browser(self, path: str) -> Browser:
        if self._browser is None:
            playwright = self._opened.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            self._opened.callback(self._browser.close)
        return self._browser

    def close(self) -> None:
        self._opened.close()
        self._browser = None


RUNNING = Running()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, None, None]:
    """Close it behind the last browser test: after what uses it, before the database goes."""
    RUNNING.leaving = nextitem is None or Path(__file__).parent not in nextitem.path.parents
    if RUNNING.leaving and "chromium" not in getattr(item, "fixturenames", ()):
        RUNNING.close()
    yield
    if RUNNING.leaving:
        RUNNING.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's chromium. Missing it is a failure in CI, and elsewhere said aloud."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        message = "chromium is missing: apt-get install chromium, or set CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    yield RUNNING.browser(path)
    if RUNNING.leaving:
        RUNNING.close()


@pytest.fixture
def browser_page(chromium: Browser) -> Iterator[Page]:
    """A page with a session of its own."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def axe_source() -> str:
    import axe_playwright_python

    found = next(Path(axe_playwright_python.__file__).parent.rglob("axe*.js"))
    return found.read_text(encoding="utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: RunningServer) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if server.get("localhost")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not answer within {START_SECONDS} seconds")
