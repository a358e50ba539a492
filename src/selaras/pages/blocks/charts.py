"""A figure with a chart: bars drawn as SVG, and the same numbers as a table."""

from dataclasses import dataclass
from decimal import Decimal

from wagtail.blocks.field_block import CharBlock, DecimalBlock
from wagtail.blocks.list_block import ListBlock
from wagtail.blocks.struct_block import StructBlock, StructValue

from selaras.language.numbers import format_number


@dataclass(frozen=True, slots=True)
class Bar:
    """One row; `share` is its length in percent of the longest bar, 0 to 100."""

    label: str
    words: str
    share: Decimal


class ChartValue(StructValue):
    @property
    def bars(self) -> list[Bar]:
        rows = self["rows"]
        longest = max((abs(row["value"]) for row in rows), default=Decimal(0))
        return [
            Bar(
                row["label"],
                format_number(_plain(row["value"])),
                round(abs(row["value"]) * 100 / longest, 2) if longest else Decimal(0),
            )
            for row in rows
        ]


def _plain(value: Decimal) -> Decimal:
    """Without the zeros that a form field adds behind the comma."""
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


class ChartRow(StructBlock):
    label = CharBlock(label="Nama", max_length=80)
    value = DecimalBlock(label="Nilai", min_value=0)


class ChartBlock(StructBlock):
    title = CharBlock(label="Judul", max_length=200)
    unit = CharBlock(label="Satuan", required=False, max_length=40)
    rows = ListBlock(ChartRow(label="Baris"), label="Baris", min_num=2, max_num=40)
    source = CharBlock(label="Sumber", max_length=200)

    class Meta:
        label = "Bagan"
        icon = "order"
        template = "pages/blocks/chart.html"
        value_class = ChartValue
