"""What the bodies of pages are made of."""

from typing import Any

from django.utils.datastructures import MultiValueDictKeyError
from wagtail.blocks import StreamBlock
from wagtail.blocks.field_block import CharBlock, PageChooserBlock, RichTextBlock
from wagtail.blocks.struct_block import StructBlock, StructValue
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from selaras.common.errors import Refused
from selaras.pages.blocks.announcements import CentralBlock
from selaras.pages.blocks.charts import ChartBlock
from selaras.pages.blocks.facts import FactHistoryBlock, FactTableBlock
from selaras.pages.blocks.media import DocumentBlock, GalleryBlock, PictureBlock, VideoBlock
from selaras.pages.blocks.texts import (
    TEXT_FEATURES,
    AccordionBlock,
    ContactBlock,
    FactsBlock,
    QuoteBlock,
)

__all__ = ["TEXT_FEATURES", "BodyBlock"]


class TableValue(StructValue):
    @property
    def headed(self) -> bool:
        """Whether any column has a heading."""
        return any(column["heading"] for column in self["table"].columns)


class TableBlock(StructBlock):
    """A table whose cells may hold facts."""

    caption = CharBlock(label="Judul tabel", max_length=200)
    table = TypedTableBlock(
        [
            ("text", CharBlock(label="Teks", required=False)),
            ("rich", RichTextBlock(label="Teks dengan fakta", features=["bold", "link", "fact"])),
        ],
        label="Isi tabel",
    )

    class Meta:
        label = "Tabel"
        icon = "table"
        template = "pages/blocks/table.html"
        value_class = TableValue


class PageBreakBlock(StructBlock):
    """Here the text goes on, on the article's next page."""

    title = CharBlock(label="Judul halaman berikutnya", required=False, max_length=120)

    class Meta:
        label = "Halaman baru"
        icon = "horizontalrule"


class UnreadableBody(Refused):
    """A form was sent without the parts that say what the body holds."""

    def __init__(self) -> None:
        super().__init__(
            "Isi halaman yang dikirim tidak lengkap; belum ada yang disimpan.",
            "Muat ulang halaman ini, lalu simpan lagi.",
        )


class BodyBlock(StreamBlock):
    """The body of any page that carries a text."""

    paragraph = RichTextBlock(label="Teks", icon="pilcrow", features=TEXT_FEATURES)
    picture = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    table = TableBlock()
    chart = ChartBlock()
    accordion = AccordionBlock()
    contact = ContactBlock()
    document = DocumentBlock()
    video = VideoBlock()
    read_also = PageChooserBlock(
        page_type="pages.ArticlePage",
        label="Baca juga",
        icon="link",
        template="pages/blocks/read_also.html",
    )
    facts = FactsBlock()
    fact_table = FactTableBlock()
    fact_history = FactHistoryBlock()
    central = CentralBlock()
    page_break = PageBreakBlock()

    class Meta:
        block_counts = {"page_break": {"max_num": 20}}

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        """What the editor sent. Wagtail fails where a part of it is missing or is no number."""
        try:
            return super().value_from_datadict(data, files, prefix)  # type: ignore[no-untyped-call]
        except (MultiValueDictKeyError, ValueError) as error:
            raise UnreadableBody from error
