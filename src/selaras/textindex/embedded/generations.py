"""Where the generations of an index are on disk, and which one answers."""

import os
import re
import shutil
from pathlib import Path

_NAME = re.compile(r"(?P<digest>[0-9a-f]+)-(?P<number>[0-9]+)")


class Generations:
    """Of one schema, by its digest. Only who holds the lock calls what changes anything."""

    def __init__(self, folder: Path, digest: str) -> None:
        self._folder = folder
        self._digest = digest
        self.pointer = folder / f"{digest}.current"

    def current(self) -> int | None:
        """The generation that answers, None where there is none yet, or none any more."""
        number = _number(self.pointer)
        if number is None or not (self.path(number) / "meta.json").exists():
            return None
        return number

    def path(self, number: int) -> Path:
        return self._folder / f"{self._digest}-{number}"

    def begin(self, number: int) -> Path:
        """An empty folder for it, which answers only when it is published."""
        path = self.path(number)
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        return path

    def publish(self, number: int) -> None:
        """From now on this one answers, also after the machine stops at any moment."""
        _flush(self.path(number))
        draft = self.pointer.with_suffix(".draft")
        with draft.open("w", encoding="ascii") as file:
            file.write(str(number))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.pointer)
        _flush(self._folder)

    def tidy(self, *, others: bool) -> None:
        """Removes what no pointer names; with `others`, what belongs to other schemas too.

        Readers that have it open keep their copy, which the system removes behind the last one.
        """
        for path in self._folder.iterdir():
            named = _NAME.fullmatch(path.name)
            if named is None:
                continue
            pointer = self._folder / f"{named['digest']}.current"
            foreign = others and pointer != self.pointer
            if foreign:
                pointer.unlink(missing_ok=True)
            if foreign or _number(pointer) != int(named["number"]):
                shutil.rmtree(path, ignore_errors=True)


def _number(pointer: Path) -> int | None:
    try:
        return int(pointer.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None


def _flush(folder: Path) -> None:
    """Names in a folder are durable only when the folder itself was written."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
