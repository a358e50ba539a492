"""Blocks of pictures, documents and videos."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from wagtail.blocks.field_block import CharBlock, URLBlock
from wagtail.blocks.list_block import ListBlock
from wagtail.blocks.struct_block import StructBlock, StructValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

PROVIDERS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "tiktok.com": "TikTok",
    "instagram.com": "Instagram",
    "facebook.com": "Facebook",
}


class PictureBlock(StructBlock):
    """A picture; the picture itself knows its credit."""

    image = ImageBlock(label="Gambar")
    caption = CharBlock(label="Keterangan", required=False, max_length=300)

    class Meta:
        label = "Gambar"
        icon = "image"
        template = "pages/blocks/picture.html"


class GalleryBlock(StructBlock):
    title = CharBlock(label="Judul", required=False, max_length=120)
    pictures = ListBlock(PictureBlock(), label="Gambar", min_num=2)

    class Meta:
        label = "Galeri"
        icon = "image"
        template = "pages/blocks/gallery.html"


class DocumentBlock(StructBlock):
    file = DocumentChooserBlock(label="Berkas")
    title = CharBlock(label="Judul", required=False, max_length=200)

    class Meta:
        label = "Dokumen"
        icon = "doc-full"
        template = "pages/blocks/document.html"


class VideoValue(StructValue):
    @property
    def provider(self) -> str:
        """Whose page opens, in a reader's words."""
        host = (urlsplit(self["url"]).hostname or "").removeprefix("www.").removeprefix("m.")
        return PROVIDERS.get(host, host)


class VideoBlock(StructBlock):
    """A link to a video elsewhere. The page itself asks the provider for nothing."""

    url = URLBlock(label="Alamat video")
    title = CharBlock(label="Judul", max_length=200)

    def clean(self, value: StructValue) -> StructValue:
        cleaned: StructValue = super().clean(value)  # type: ignore[no-untyped-call]
        if urlsplit(cleaned["url"]).scheme != "https":
            raise ValidationError("Alamat video harus diawali https://.")
        return cleaned

    class Meta:
        label = "Video"
        icon = "media"
        template = "pages/blocks/video.html"
        value_class = VideoValue
