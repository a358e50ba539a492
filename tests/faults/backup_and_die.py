"""Kill a backup at one write after the other, then fill its disk; run as a script.

A child is forked for each round. It dies when it makes a file safe (`fsync`) for the N-th time.
Prints how many rounds there were, what was left of them under the target's name, and what of all
that was left is taken for a whole backup.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

import django

django.setup()

from django.db import connection  # noqa: E402

from selaras.config.backup.errors import Damaged, NoRoom, NoTool  # noqa: E402
from selaras.config.backup.restoring import verify_backup  # noqa: E402
from selaras.config.backup.writing import make_backup  # noqa: E402

FULL = 3  # exit code of a child that was told that there is no room


def die_at(fatal: int) -> None:
    done, fsync = 0, os.fsync

    def step(descriptor: int) -> None:
        nonlocal done
        done += 1
        if done == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        fsync(descriptor)

    os.fsync = step  # type: ignore[assignment]


def in_a_child(target: Path, fatal: int = 0, most_bytes: int = 0) -> int:
    """The exit code, negative for a signal."""
    connection.close()
    child = os.fork()
    if child == 0:
        if most_bytes:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
        die_at(fatal)
        try:
            make_backup(target)
        except (NoRoom, NoTool):
            os._exit(FULL)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def whole(folder: Path) -> list[str]:
    names = []
    for path in folder.iterdir():
        try:
            verify_backup(path)
        except Damaged:
            continue
        names.append(path.name)
    return names


def main(folder: Path) -> None:
    kills, taken, named, fatal = 0, [], [], 1
    code = -signal.SIGKILL
    while code:
        target = folder / f"mati-{fatal}.tar"
        code = in_a_child(target, fatal)
        kills += code == -signal.SIGKILL
        if code:
            named += [target.name] * target.exists()
            taken += whole(folder)
        for path in folder.iterdir():
            if path.name.startswith(target.name) and code:
                os.system(f"rm -rf '{path}'")  # noqa: S605 - a name of our own
        fatal += 1
    full = [
        (in_a_child(folder / "penuh.tar", most_bytes=limit), whole(folder) == [target.name])
        for limit in (1 << 10, 1 << 14, 1 << 18, 1 << 22)
    ]
    left = [path.name for path in folder.iterdir() if path != target]
    json.dump(
        {"kills": kills, "taken": taken, "named": named, "full": full, "left": left}, sys.stdout
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
