"""`python -m benchmarks.search [documents …]`: its tables; by default as `make bench` has them."""

import os
import sys
import tempfile
from pathlib import Path

from support import databases


def main() -> None:
    url = databases.copy_of("demonstration", "selaras_bench")
    with tempfile.TemporaryDirectory() as data_dir:
        os.environ.update(databases.environment(url, Path(data_dir)))
        os.environ["DJANGO_SETTINGS_MODULE"] = "selaras.config.settings.test"
        import django

        django.setup()
        from benchmarks.search import suite

        for line in suite.tables([int(one) for one in sys.argv[1:]]):
            print(line, flush=True)
    databases.discard(url)


if __name__ == "__main__":
    main()
