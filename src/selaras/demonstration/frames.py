"""Article frames: texts with places for a region's name, a choice of words, and facts."""

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from random import Random
from typing import Any

import yaml

from selaras.embeds.spec import EmbedSpec
from selaras.facts.formats import Format
from selaras.facts.models import FactType
from selaras.institutions.models import Institution
from selaras.language.dates import parse_date

CONTENT = Path(__file__).parent / "content"
PLACEHOLDER = re.compile(r"\{([a-z_]+)(?::([^{}]*))?\}")
JAVA_BALI = ("31", "32", "33", "34", "35", "36", "51")


@dataclass(frozen=True)
class Frame:
    """One text that many institutions can carry, each in its own words."""

    id: str
    label: str
    levels: frozenset[str]
    java_bali_only: bool
    headline: str
    lead: str
    byline: str
    body: tuple[tuple[str, Any], ...]

    @property
    def living(self) -> bool:
        """Whether it says facts that change."""
        return "{fakta:siaga." in str(self.body)

    def fits(self, institution: Institution) -> bool:
        level = "regency" if institution.region.level == "city" else institution.region.level
        within = institution.region_id.startswith(JAVA_BALI) and level != "national"
        return level in self.levels and (within or not self.java_bali_only)


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of their files."""
    found = []
    for path in sorted((CONTENT / "frames").glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [_frame(data["label"], entry) for entry in data["frames"]]
    return tuple(found)


@cache
def centre_frame() -> Frame:
    """The centre's own article about what was asked for on 5 November 2021."""
    data = yaml.safe_load((CONTENT / "centre.yaml").read_text(encoding="utf-8"))
    return _frame("Komunikasi publik", data)


def _frame(label: str, entry: dict[str, Any]) -> Frame:
    return Frame(
        id=entry["id"],
        label=label,
        levels=frozenset(entry.get("levels", ["national"])),
        java_bali_only=entry.get("requires") == "java-bali",
        headline=entry["headline"],
        lead=entry["lead"],
        byline=entry["byline"],
        body=tuple(next(iter(block.items())) for block in entry["body"]),
    )


class Filling:
    """Fills frames for one institution; the same institution always gets the same words."""

    def __init__(self, institution: Institution, types: dict[str, FactType]) -> None:
        self.institution = institution
        self.types = types

    def text(self, frame: Frame, part: str) -> str:
        """A part without markup: headline, lead or byline."""
        return self.fill(getattr(frame, part), Random(f"{self._seed(frame)}:{part}"))  # noqa: S311

    def html(self, frame: Frame) -> str:
        """The body as Wagtail stores rich text."""
        chance = Random(f"{self._seed(frame)}:body")  # noqa: S311
        return "".join(self._block(kind, value, chance) for kind, value in frame.body)

    def _block(self, kind: str, value: Any, chance: Random) -> str:
        if kind == "ul":
            items = (f"<li>{self.fill(escape(item), chance)}</li>" for item in value)
            return f"<ul>{''.join(items)}</ul>"
        return f"<{kind}>{self.fill(escape(value, quote=False), chance)}</{kind}>"

    def _seed(self, frame: Frame) -> str:
        return f"{self.institution.slug}:{frame.id}"

    def fill(self, text: str, chance: Random | None = None) -> str:
        """The text with names, choices and facts in their places."""
        dice = chance or Random(self.institution.slug)  # noqa: S311
        region = self.institution.region
        names = {
            "wilayah": region.full_name,
            "nama": self.institution.place if region.level != "national" else region.name,
            "instansi": self.institution.name,
            "instansi_pendek": self.institution.short_name,
        }
        makers = {
            "pilih": lambda words: dice.choice(words.split("|")),
            "bilangan": lambda bounds: str(dice.randint(*map(int, bounds.split("-")))),
            "fakta": self._embed,
        }

        def fill(match: re.Match[str]) -> str:
            name, argument = match.group(1), match.group(2)
            return makers[name](argument) if argument is not None else names[name]

        return PLACEHOLDER.sub(fill, text)

    def _embed(self, argument: str) -> str:
        address, _, day = argument.partition("@")
        key, _, how = address.partition("#")
        as_of = parse_date(day) if day else None
        return EmbedSpec(self.types[key].pk, Format(how or "short"), "", as_of).tag()
