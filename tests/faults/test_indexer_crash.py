"""The index follows whatever is changed, also when its indexer is killed again and again."""

import json
from pathlib import Path
from statistics import median

from support import databases


def test_an_indexer_killed_amid_ten_thousand_changes_loses_none_and_is_up_to_date_in_a_second(
    tmp_path: Path, worker: str
) -> None:
    url = databases.copy_of("country", f"selaras_indexer_{worker}")
    env = databases.environment(url, tmp_path)
    try:
        done = databases.python([str(Path(__file__).with_name("indexing.py"))], env)
        assert done.returncode == 0, done.stderr
    finally:
        databases.discard(url)
    told = json.loads(done.stdout)
    assert told["differences"] == []
    assert told["waiting"] == 0
    assert told["documents"] == 4_000 - 800 + 6_000 + len(told["seconds"]) + 1
    assert told["died"] >= 8
    assert median(told["seconds"]) < 1
