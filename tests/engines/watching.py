"""Another process that reads: for each id it is given, it tells when that became visible."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from engines.library import LIBRARY
from selaras.textindex.opening import open_index


def main() -> None:
    url, folder = json.loads(sys.argv[1])
    index = open_index(url, LIBRARY, folder=Path(folder))
    index.snapshot().statistics()
    print("ready", flush=True)  # noqa: T201
    for line in sys.stdin:
        until = time.time() + 10
        while not index.snapshot().documents([line.strip()]) and time.time() < until:
            time.sleep(0.005)
        print(time.time(), flush=True)  # noqa: T201
    index.close()


main()
