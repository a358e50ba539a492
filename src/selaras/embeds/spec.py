"""What an embed names: a fact type, a format, optionally a region, and a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from wagtail.rich_text.rewriters import FIND_EMBED_TAG, extract_attrs

from selaras.common.errors import Refused
from selaras.facts.formats import Format
from selaras.institutions.models import Region

EMBED_TYPE = "fact"


class InvalidEmbed(Refused):
    """An embed that names nothing that can be shown."""


@dataclass(frozen=True, slots=True)
class EmbedSpec:
    """`region` empty is the page's own; `as_of` None is always the current value."""

    fact_type: UUID
    format: Format = Format.SHORT
    region: str = ""
    as_of: date | None = None

    @classmethod
    def from_attributes(cls, attributes: dict[str, str]) -> "EmbedSpec":
        """Read the attributes of an `<embed embedtype="fact">` tag. Raises `InvalidEmbed`."""
        as_of = attributes.get("as-of", "")
        try:
            return cls(
                UUID(attributes["id"]),
                Format(attributes.get("format", Format.SHORT)),
                attributes.get("region", ""),
                date.fromisoformat(as_of) if as_of else None,
            )
        except (KeyError, ValueError) as error:
            raise InvalidEmbed("Fakta resmi ini tidak dapat dikenali.") from error

    def attributes(self) -> dict[str, str]:
        """What the tag stores; empty parts are left out."""
        stored = {"embedtype": EMBED_TYPE, "id": str(self.fact_type), "format": str(self.format)}
        if self.region:
            stored["region"] = self.region
        if self.as_of:
            stored["as-of"] = self.as_of.isoformat()
        return stored

    def tag(self) -> str:
        """The stored form of the embed, as Wagtail keeps it in rich text."""
        pairs = (format_html('{}="{}"', name, value) for name, value in self.attributes().items())
        return f"<embed {' '.join(pairs)}/>"

    def moment(self, reader: Region, now: datetime) -> datetime:
        """When the value must hold: now, or the start of the day that the embed names."""
        if self.as_of is None:
            return now
        return datetime.combine(self.as_of, time.min, reader.tzinfo)


def specs_in(data: Any) -> Iterator[EmbedSpec]:
    """Every readable embed in rich text, however deep it lies in lists and mappings."""
    if isinstance(data, str):
        for match in FIND_EMBED_TAG.finditer(data):
            attributes = extract_attrs(match.group(1))
            if attributes.get("embedtype") == EMBED_TYPE:
                try:
                    yield EmbedSpec.from_attributes(attributes)
                except InvalidEmbed:
                    continue
    elif isinstance(data, dict):
        for value in data.values():
            yield from specs_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from specs_in(value)
