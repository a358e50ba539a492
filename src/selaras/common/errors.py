"""One shape for everything that is refused: what is wrong, where, and what to do about it."""

from dataclasses import dataclass


class Refused(Exception):
    """A request that cannot be carried out; nothing was written.

    `problem` and `remedy` are sentences in the user's language. `permanent` says whether
    the same request may succeed later without being changed.
    """

    permanent = True

    def __init__(self, problem: str, remedy: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem} {remedy}".strip())


@dataclass(frozen=True, slots=True)
class Flaw:
    """One mistake in a text that somebody wrote: `line` counts from 1, 0 means the whole text."""

    line: int
    value: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"Baris {self.line}: " if self.line else ""
        return f"{place}{self.problem} {self.remedy}".strip()


class Flawed(Refused):
    """A text with mistakes; all of them are told at once."""

    def __init__(self, problem: str, flaws: list[Flaw]) -> None:
        self.flaws = sorted(flaws, key=lambda flaw: flaw.line)
        super().__init__(problem, "\n".join(str(flaw) for flaw in self.flaws))
