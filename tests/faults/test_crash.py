"""An announcement is all or nothing, wherever the process is killed."""

import json
import subprocess
import sys
from pathlib import Path

from support import databases

REGIONS = 514


def test_kill_between_any_two_statements_leaves_all_or_nothing(tmp_path: Path, worker: str) -> None:
    url = databases.copy_of("demonstration", f"selaras_crash_{worker}")
    try:
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("crash.py"))],
            env=databases.environment(url, tmp_path),
            cwd=databases.ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
    finally:
        databases.discard(url)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    before, after = found["before"], found["after"]
    assert len(found["after_kills"]) > 20
    assert all(state == before for state in found["after_kills"])
    grown = {name: after[name] - before[name] for name in before}
    assert grown["Announcement"] == 1
    assert grown["AnnouncedFact"] == REGIONS
    assert grown["closed"] == REGIONS
    assert grown["ChoiceValue"] == grown["FactVersion"] >= REGIONS
    assert grown["AuditEntry"] == grown["OwedEffect"] == 2
    assert grown["epoch"] == 1
