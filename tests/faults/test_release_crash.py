"""A joint release happens once and whole, wherever the worker is killed."""

import json
import subprocess
import sys
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


def do(env: Environment, *words: str) -> Any:
    done = subprocess.run(
        [sys.executable, SCRIPT, *words],
        env=env, cwd=databases.ROOT, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def begin_work(env: Environment) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "selaras", "work"],
        env=env, cwd=databases.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


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


def test_a_worker_that_is_killed_around_the_second_loses_nothing(env: Environment) -> None:
    offsets = [-6.0, -0.5, 0.0, 0.3]
    found = do(env, "around", *map(str, offsets))
    assert len(found) == len(offsets)
    for offset, release in zip(offsets, found, strict=True):
        before, after = release["before"], release["after"]
        assert release["released_at"] >= release["goes_at"], offset
        assert after["live"] == before["live"] + 2, offset
        assert after["Announcement"] == before["Announcement"] + 1, offset
        assert after["Publication"] == before["Publication"] + 2, offset


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
