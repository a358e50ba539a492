"""Run all benchmarks on a copy of the demonstration country: `make bench`."""

import os
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
        from benchmarks import announcing, api, editors, one_voice, pages, proof, resolving
        from benchmarks.alignment import comparing, copies, reading
        from benchmarks.search import suite
        from benchmarks.timing import HEADING

        print(HEADING)
        suites = resolving, api, announcing, proof, one_voice, pages, editors
        for one in (*suites, reading, comparing, copies):
            for comparison in one.comparisons():
                print(comparison.row(), flush=True)
        for line in suite.tables():
            print(line, flush=True)
    databases.discard(url)


if __name__ == "__main__":
    main()
