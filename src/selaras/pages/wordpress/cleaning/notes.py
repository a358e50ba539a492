"""What was left out of a text, in sentences, each once with how often."""

from collections import Counter

SHOWN = 120


class Notes:
    """Collects notes in the order in which they first occurred."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()

    def add(self, sentence: str) -> None:
        self._counted[sentence] += 1

    def sentences(self) -> tuple[str, ...]:
        return tuple(
            f"{sentence.removesuffix('.')} ({count}×)." if count > 1 else sentence
            for sentence, count in self._counted.items()
        )


def shortened(text: str) -> str:
    """A value as it may stand in a note: one line, not too long."""
    line = " ".join(text.split())
    return f"{line[:SHOWN]}…" if len(line) > SHOWN else line
