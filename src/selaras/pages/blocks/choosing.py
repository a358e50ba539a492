"""Fields of blocks in which an editor names facts and regions."""

import re
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from wagtail.blocks.field_block import FieldBlock, TextBlock

from selaras.embeds.blocks import CODE
from selaras.embeds.widgets import FactTypeChooser
from selaras.facts.models import FactType
from selaras.institutions.models import Region
from selaras.institutions.queries import gazetteer
from selaras.language.gazetteer import PlaceError


def _require_known(text: str) -> None:
    """A type that was deleted since, or an id that somebody made up."""
    try:
        known = FactType.objects.filter(pk=UUID(text)).exists()
    except ValueError:
        known = False
    if not known:
        raise ValidationError("Fakta ini tidak ada lagi. Pilih yang lain.")


def _named(lines: list[str]) -> list[Region]:
    """The regions that the lines name by code or name, each once. Raises `ValidationError`."""
    if not lines:
        return []
    places = gazetteer()
    codes, problems = [], []
    for line in lines:
        code = CODE.match(line)
        try:
            codes.append(places.resolve(code.group(1) if code else line).code)
        except PlaceError as error:
            problems.append(str(error))
    if problems:
        raise ValidationError(problems)
    regions = Region.objects.in_bulk(codes)
    return [regions[code] for code in dict.fromkeys(codes)]


class FactTypeBlock(FieldBlock):
    """One fact type, kept as the text of its id."""

    def __init__(self, **options: Any) -> None:
        widget = FactTypeChooser()  # type: ignore[no-untyped-call]
        self.field = forms.CharField(widget=widget, validators=[_require_known])
        super().__init__(**options)  # type: ignore[no-untyped-call]

    def get_form_state(self, value: str | None) -> Any:
        return self.field.widget.get_value_data(value)


class RegionsBlock(TextBlock):
    """Regions as an editor names them, one on each line; kept with their codes in front."""

    def __init__(self, *, most: int, **options: Any) -> None:
        self.most = most
        super().__init__(required=False, rows=1, max_length=4000, search_index=False, **options)  # type: ignore[no-untyped-call]

    def clean(self, value: str) -> str:
        text: str = super().clean(value)  # type: ignore[no-untyped-call]
        lines = [line.strip() for line in re.split(r"[\n;]", text) if line.strip()]
        if len(lines) > self.most:
            most = "satu wilayah" if self.most == 1 else f"{self.most} wilayah"
            raise ValidationError(f"Paling banyak {most}.")
        return "\n".join(f"{region.pk} {region.full_name}" for region in _named(lines))
