"""Named failures of loading outlines."""

from selaras.common.errors import Flaw, Flawed, Refused

SHOWN = 12


class UnreadableFile(Refused):
    """What was given is not a GeoJSON file that can be read."""


class FlawedFeatures(Flawed):
    """A GeoJSON file whose features cannot be drawn; the first mistakes are told."""

    def __init__(self, mistakes: list[tuple[int, str, str]]) -> None:
        """`mistakes` are the number of a feature, counted from 1, a problem and a remedy."""
        flaws = [
            Flaw(0, "", f"Fitur ke-{number}: {problem}", remedy)
            for number, problem, remedy in mistakes[:SHOWN]
        ]
        if len(mistakes) > SHOWN:
            flaws.append(Flaw(0, "", f"Dan {len(mistakes) - SHOWN} fitur lain.", ""))
        super().__init__(f"{len(mistakes)} fitur tidak dapat digambar.", flaws)


class NothingMatched(Refused):
    """No feature means a region."""
