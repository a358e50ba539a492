"""A joint release happens once and whole, wherever the worker is killed."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support import databases

SCRIPT = str(Path(__file__).with_name("releasing.py"))
Environment = dict[str, str]


@pytest.fixture
def env(tmp_path: Path, worker: str) -> Iterator[Environment]:
    url = databases.copy_of("demonstration", f"selaras_release_{worker}")
    yield databases.environment(url, tmp_path)
    databases.discard(url)


def do(env: Environment, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, SCRIPT, *words],
        env=env, cwd=databases.ROOT, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def begin_work(env: Environment) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "selaras", "work"],
        env=env, cwd=databases.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def until(condition: Any, seconds: float) -> Any:
    end = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.5)
    return found


def is_released(env: Environment) -> bool:
    """Looked up without the application, whose start would take the time of the processors."""
    query = "SELECT count(*) FROM pages_release WHERE state = 'released'"
    url = env["DATABASE_URL"]
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///"), timeout=20) as connection:
            return bool(connection.execute(query).fetchone()[0])
    import psycopg

    with psycopg.connect(url) as server:
        row = server.execute(query).fetchone()
        return bool(row and row[0])


def test_a_kill_between_any_two_statements_leaves_all_or_nothing(env: Environment) -> None:
    found = do(env, "statements")
    before, after = found["before"], found["after"]
    assert len(found["after_kills"]) > 40
    assert all(state == before for state in found["after_kills"])
    assert (before["live"], after["live"]) == (0, 2)
    assert before["held"] == [["ready", True]]
    assert after["held"] == [["released", False]]
    grown = {name: after[name] - before[name] for name in before if name != "held"}
    assert grown["Announcement"] == 1
    assert grown["AnnouncedFact"] == 2
    assert grown["Publication"] == 2
    assert found["again"] == after


@pytest.mark.parametrize("after_second", [-6.0, -0.5, 0.0, 0.3])
def test_a_worker_that_is_killed_around_the_second_loses_nothing(
    env: Environment, after_second: float
) -> None:
    prepared = do(env, "prepare", "14", "2")
    worker = begin_work(env)
    time.sleep(max(0.0, prepared["goes_at"] + after_second - time.time()))
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    again = begin_work(env)
    try:
        assert until(lambda: is_released(env), 60)
    finally:
        again.terminate()
        again.wait()
    done = do(env, "state")
    assert done["released_at"] >= prepared["goes_at"]
    assert done["state"]["live"] == 2
    assert done["state"]["Announcement"] == prepared["state"]["Announcement"] + 1
    assert done["state"]["Publication"] == prepared["state"]["Publication"] + 2


def test_a_reader_sees_nothing_of_it_or_everything_and_never_before_its_second(
    env: Environment,
) -> None:
    prepared = do(env, "prepare", "20", "10")
    # The public pages without the step of a deployment that gathers their styles.
    reader = env | {"DJANGO_SETTINGS_MODULE": "selaras.config.settings.test"}
    workers = [begin_work(env) for _ in range(2)]
    try:
        found = do(reader, "read", "90")
    finally:
        for one in workers:
            one.terminate()
            one.wait()
    answers = found["answers"]
    assert found["pages"] == 10
    assert answers[0] == 404
    assert answers[-1] == 200
    assert answers == sorted(answers, reverse=True)
    done = do(env, "state")
    assert done["released_at"] >= prepared["goes_at"]
    assert done["state"]["live"] == 10
    assert done["state"]["Announcement"] == prepared["state"]["Announcement"] + 1
