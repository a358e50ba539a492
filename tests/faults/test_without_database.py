"""The database is taken away and every process killed: what was published is still read."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from support import databases
from support.servers import RunningServer

SECONDS = 60
PAGES = [
    ("localhost", "/"), ("localhost", "/wilayah/32.73/"), ("kota-bandung", "/"),
    ("kota-bandung", "/berita/level-berapa-kota-bandung-pada-18-dan-25-september-2021/"),
]  # fmt: skip
AT_REST = "Pusat data sedang tidak terjangkau."


@pytest.fixture
def environment(tmp_path: Path, worker: str) -> Iterator[dict[str, str]]:
    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        pytest.skip("a file is moved; without a server PostgreSQL is tested in test_sources.py")
    url = databases.copy_of("demonstration", f"selaras_away_{worker}")
    databases.static_into(tmp_path)
    env = databases.environment(url, tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        env["SELARAS_PORT"] = str(free.getsockname()[1])
    yield env
    databases.discard(url)


@contextmanager
def running(env: dict[str, str]) -> Iterator[RunningServer]:
    """A server with one process and no keeper, killed at the end."""
    port = env["SELARAS_PORT"]
    process = subprocess.Popen(
        [
            sys.executable, "-m", "selaras", "serve", "--port", port, "--workers", "1",
            "--without-worker", "--without-keeper", "--without-indexer",
        ],
        env=env, cwd=databases.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    server = RunningServer(int(port), env)
    try:
        until(lambda: answers(server) is not None)
        yield server
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=20)


def answers(server: RunningServer) -> tuple[int, str] | None:
    try:
        return server.get(*PAGES[0])
    except (urllib.error.URLError, OSError):
        return None


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.2)


def test_pages_are_read_without_a_database_and_follow_it_when_it_is_back(
    environment: dict[str, str], tmp_path: Path
) -> None:
    database = Path(environment["DATABASE_URL"].removeprefix("sqlite:///"))
    away = tmp_path / "away.sqlite3"
    with running(environment) as server:
        before = [server.get(*page) for page in PAGES]
    assert [status for status, _ in before] == [200] * len(PAGES)
    # What is still in the log beside it goes with it.
    with closing(sqlite3.connect(database)) as rows:
        rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.move(database, away)
    with running(environment) as server:
        for page, (_, body) in zip(PAGES, before, strict=True):
            status, now = server.get(*page)
            assert status == 200, page
            assert AT_REST in now
            start, end = now.index('<aside class="at-rest'), now.index("<main ")
            assert now[:start] + now[end:] == body
        assert server.get("kota-bandung", "/tidak-tersimpan/")[0] == 503
        assert not database.exists(), "asking for it made an empty one"
        shutil.move(away, database)
        until(lambda: AT_REST not in server.get(*PAGES[0])[1])
        assert [server.get(*page) for page in PAGES] == before
