"""An import that is killed, at whatever statement, goes on where it was."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from selaras.pages.wordpress.tests.old_site import only, write_uploads
from support import databases

ITEMS = (10, 12, 13, 14, 101, 102, 104, 105, 201)  # something of each kind
STEP = 17  # each attempt lives for so many statements more than the one before


def brought(name: str, folder: Path, step: int) -> dict[str, Any]:
    """What stands in a fresh database after an import that was killed with more and more room."""
    uploads = write_uploads(folder / "uploads")
    export = folder / "ekspor.xml"
    export.write_bytes(only(*ITEMS))
    url = databases.copy_of("country", name)
    script = str(Path(__file__).with_name("import_and_die.py"))
    try:
        done = subprocess.run(
            [sys.executable, script, str(export), str(uploads), str(step)],
            env=databases.environment(url, folder),
            cwd=databases.ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
    finally:
        databases.discard(url)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_an_import_that_was_killed_many_times_ends_like_one_that_was_not(
    tmp_path: Path, worker: str
) -> None:
    killed = brought(f"selaras_killed_{worker}", tmp_path / "killed", STEP)
    whole = brought(f"selaras_whole_{worker}", tmp_path / "whole", 0)
    assert whole["attempts"] == 1
    assert killed["attempts"] > 10
    assert len(whole["state"]["pages"]) == 5
    assert killed["state"] == whole["state"]
