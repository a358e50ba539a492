"""Blocks that show facts of regions, and stay right by themselves."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from wagtail.blocks.field_block import CharBlock, ChoiceBlock
from wagtail.blocks.list_block import ListBlock
from wagtail.blocks.struct_block import StructBlock, StructBlockValidationError, StructValue

from selaras.embeds.blocks import (
    MOST_REGIONS,
    MOST_TYPES,
    HistorySpec,
    Scope,
    TableSpec,
    codes_in,
)
from selaras.embeds.histories import FactHistory, history_of
from selaras.embeds.reading import Reading, current_reading
from selaras.embeds.spec import InvalidEmbed
from selaras.embeds.tables import FactTable, table_of
from selaras.institutions.queries import NATIONAL
from selaras.pages.blocks.choosing import FactTypeBlock, RegionsBlock

T = TypeVar("T")

SCOPES = [
    (Scope.BELOW.value, "semua kabupaten dan kota di satu provinsi"),
    (Scope.PROVINCES.value, "semua provinsi"),
    (Scope.NAMED.value, "wilayah yang disebut di bawah"),
    (Scope.OWN.value, "wilayah halaman ini"),
]
HOW_TO_NAME = "Tulis kode atau namanya, misalnya 32.73 atau Kota Bandung"


class FactTableBlock(StructBlock):
    """A table by region of one to four facts."""

    caption = CharBlock(label="Judul tabel", max_length=200)
    types = ListBlock(FactTypeBlock(label="Fakta"), label="Fakta", min_num=1, max_num=MOST_TYPES)
    scope = ChoiceBlock(
        choices=SCOPES, label="Baris tabel", default=Scope.BELOW.value, search_index=False
    )
    regions = RegionsBlock(
        most=MOST_REGIONS,
        label="Wilayah",
        help_text=f"{HOW_TO_NAME}; satu wilayah per baris. Untuk kabupaten dan kota di satu "
        "provinsi, sebut provinsinya; kosong berarti provinsi halaman ini.",
    )

    class Meta:
        label = "Tabel fakta menurut wilayah"
        icon = "table"
        template = "pages/blocks/fact_table.html"

    def clean(self, value: StructValue) -> StructValue:
        cleaned: StructValue = super().clean(value)  # type: ignore[no-untyped-call]
        codes = codes_in(cleaned["regions"])
        if cleaned["scope"] == Scope.NAMED and not codes:
            raise _at("regions", "Sebut paling sedikit satu wilayah.")
        if cleaned["scope"] == Scope.BELOW and not (
            len(codes) <= 1 and all(map(_is_province, codes))
        ):
            raise _at("regions", "Sebut satu provinsi, atau kosongkan.")
        return cleaned

    def get_context(self, value: StructValue, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)  # type: ignore[no-untyped-call]
        reader, stored = current_reading(), self.get_prep_value(value)
        return context | {"reader": reader, "shown": _read(reader, stored, _table)}


class FactHistoryBlock(StructBlock):
    """How one fact went in one region, drawn small, with the same as a table."""

    title = CharBlock(
        label="Judul", required=False, max_length=120, help_text="Kosong: nama fakta itu sendiri."
    )
    fact_type = FactTypeBlock(label="Fakta")
    region = RegionsBlock(
        most=1, label="Wilayah", help_text=f"{HOW_TO_NAME}. Kosong: wilayah halaman ini."
    )

    class Meta:
        label = "Riwayat fakta"
        icon = "history"
        template = "pages/blocks/fact_history.html"

    def get_context(self, value: StructValue, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)  # type: ignore[no-untyped-call]
        reader, stored = current_reading(), self.get_prep_value(value)
        return context | {"reader": reader, "shown": _read(reader, stored, _history)}


def _read(
    reader: Reading | None, stored: dict[str, Any], show: Callable[[dict[str, Any], Reading], T]
) -> T | None:
    """What the block shows; None without a reader, and for what names nothing."""
    try:
        return show(stored, reader) if reader is not None else None
    except InvalidEmbed:
        return None


def _table(stored: dict[str, Any], reader: Reading) -> FactTable:
    return table_of(TableSpec.from_value(stored), reader)


def _history(stored: dict[str, Any], reader: Reading) -> FactHistory:
    return history_of(HistorySpec.from_value(stored), reader)


def _at(name: str, words: str) -> StructBlockValidationError:
    return StructBlockValidationError(block_errors={name: ValidationError(words)})


def _is_province(code: str) -> bool:
    return "." not in code and code != NATIONAL
