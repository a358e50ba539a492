"""Blocks of words."""

from wagtail.blocks.field_block import CharBlock, EmailBlock, RichTextBlock, TextBlock
from wagtail.blocks.list_block import ListBlock
from wagtail.blocks.struct_block import StructBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "fact"]


class QuoteBlock(StructBlock):
    text = TextBlock(label="Kutipan", rows=3)
    source = CharBlock(label="Yang mengatakan", required=False, max_length=200)

    class Meta:
        label = "Kutipan"
        icon = "openquote"
        template = "pages/blocks/quote.html"


class AccordionItem(StructBlock):
    title = CharBlock(label="Judul", max_length=200)
    text = RichTextBlock(label="Isi", features=TEXT_FEATURES)


class AccordionBlock(StructBlock):
    """Questions with answers, or steps: closed until the reader opens them."""

    parts = ListBlock(AccordionItem(label="Bagian"), label="Bagian")

    class Meta:
        label = "Tanya jawab"
        icon = "list-ul"
        template = "pages/blocks/accordion.html"


class ContactBlock(StructBlock):
    unit = CharBlock(label="Nama layanan atau unit", max_length=120)
    phone = CharBlock(label="Telepon", required=False, max_length=40)
    email = EmailBlock(label="Surel", required=False)
    address = CharBlock(label="Alamat", required=False, max_length=300)
    hours = CharBlock(label="Jam layanan", required=False, max_length=120)

    class Meta:
        label = "Kontak"
        icon = "user"
        template = "pages/blocks/contact.html"


class FactsBlock(StructBlock):
    """Official facts set apart from the text."""

    title = CharBlock(label="Judul", required=False, max_length=120)
    text = RichTextBlock(label="Fakta", features=["ul", "bold", "fact"])

    class Meta:
        label = "Kotak fakta"
        icon = "success"
        template = "pages/blocks/facts.html"
