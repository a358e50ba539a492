"""Pages that stand: information, documents, contacts."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from selaras.media.models import File
from selaras.pages.blocks import BodyBlock
from selaras.pages.models.base import ContentPage
from selaras.pages.rendering import text_context


class InformationPage(ContentPage):
    """A plain page: a profile, a procedure, an explanation."""

    body = StreamField(BodyBlock(), verbose_name="isi", use_json_field=True)

    template = "pages/information.html"
    search_fields: list[Any] = [*ContentPage.search_fields, index.SearchField("body")]
    content_panels: list[Any] = [
        *ContentPage.content_panels, FieldPanel("lead"), FieldPanel("body"),
    ]  # fmt: skip

    class Meta:
        verbose_name = "halaman informasi"
        verbose_name_plural = "halaman informasi"

    def embedding_data(self) -> list[Any]:
        return [self.body.get_prep_value()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        return context | text_context(self, self.body)


class ContactPage(ContentPage):
    """How to reach the institution; the details come from the site's profile."""

    body = StreamField(BodyBlock(), verbose_name="isi", blank=True, use_json_field=True)

    template = "pages/contact.html"
    search_fields: list[Any] = [*ContentPage.search_fields, index.SearchField("body")]
    content_panels: list[Any] = [
        *ContentPage.content_panels, FieldPanel("lead"), FieldPanel("body"),
    ]  # fmt: skip

    class Meta:
        verbose_name = "halaman kontak"
        verbose_name_plural = "halaman kontak"

    def embedding_data(self) -> list[Any]:
        return [self.body.get_prep_value()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        return context | text_context(self, self.body)


class DocumentPage(ContentPage):
    """A document with what it says in a few words."""

    number = models.CharField("nomor", max_length=120, blank=True)
    dated = models.DateField("tanggal dokumen", null=True, blank=True)
    file = models.ForeignKey(File, models.PROTECT, verbose_name="berkas", related_name="+")
    body = StreamField(BodyBlock(), verbose_name="ringkasan", blank=True, use_json_field=True)

    template = "pages/document.html"
    search_fields: list[Any] = [
        *ContentPage.search_fields, index.SearchField("number"), index.SearchField("body"),
    ]  # fmt: skip
    content_panels: list[Any] = [
        *ContentPage.content_panels,
        FieldPanel("lead"),
        FieldPanel("number"),
        FieldPanel("dated"),
        FieldPanel("file"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"

    def embedding_data(self) -> list[Any]:
        return [self.body.get_prep_value()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        return context | text_context(self, self.body)
