"""`python -m benchmarks.delivery`, both or one of `serving` and `propagation`."""

import sys

from benchmarks.delivery import propagation, serving

SUITES = {"serving": serving.rows, "propagation": propagation.rows}

if __name__ == "__main__":
    for name in sys.argv[1:] or SUITES:
        print(f"\n{name}\n", flush=True)
        for row in SUITES[name]():
            print(row, flush=True)
