"""What is owed is done once, also when the worker dies between doing and noting it."""

import json
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from support import databases


def test_a_worker_killed_after_an_effect_loses_nothing_and_repeats_nothing(
    tmp_path: Path, worker: str
) -> None:
    url = databases.copy_of("demonstration", f"selaras_worker_{worker}")
    env = databases.environment(url, tmp_path)
    script = str(Path(__file__).with_name("settle_and_die.py"))
    try:
        died = subprocess.run(
            [sys.executable, script],
            env=env, cwd=databases.ROOT, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert died.returncode == 0, died.stderr
        assert json.loads(died.stdout) == [-signal.SIGKILL] * 3
        done = databases.run(["work", "--once"], env)
        assert done.returncode == 0, done.stderr
    finally:
        databases.discard(url)
    lines = [
        json.loads(line)
        for file in (tmp_path / "audit").glob("*.jsonl")
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    times = Counter(line["id"] for line in lines)
    assert len(times) >= 4
    assert set(times.values()) == {1}
