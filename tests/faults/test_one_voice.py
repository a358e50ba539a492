"""An announcement, a plan, a correction, an instruction, a recall: all of it, or nothing."""

import json
import logging
import subprocess
import sys
from pathlib import Path

from support import databases
from support.thorough import EVERYTHING

logger = logging.getLogger(__name__)
OFFICES = 514


def test_a_kill_between_any_two_statements_leaves_all_or_nothing(
    tmp_path: Path, worker: str
) -> None:
    url = databases.copy_of("demonstration", f"selaras_crash_{worker}")
    try:
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("one_voice.py"))],
            env=databases.environment(url, tmp_path),
            cwd=databases.ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=900,
        )
    finally:
        databases.discard(url)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    settled, fault = found.pop("settled"), found.pop("fault")
    assert {name: one["torn"] for name, one in found.items()} == {name: [] for name in found}
    assert sum(one["kills"] for one in found.values()) >= (200 if EVERYTHING else 30)
    grown = {name: one["grown"] for name, one in found.items()}
    logger.info("kills: %s", {name: one["kills"] for name, one in found.items()})
    assert grown["announce"]["announcements.AnnouncedFact"] == OFFICES
    assert grown["announce"]["closed"] == OFFICES
    assert grown["plan"]["announcements.AnnouncedFact"] == 12
    assert grown["correct"]["announcements.Replacement"] == 3
    assert grown["instruct"]["announcements.Addressee"] == OFFICES
    assert grown["call off"]["called off"] == 1
    assert grown["recall"]["recalled"] == 1
    assert grown["number"]["ledger.TreeHead"] == 1
    assert fault is None
    assert settled["again"] == 0
    assert not settled["grown again"]
