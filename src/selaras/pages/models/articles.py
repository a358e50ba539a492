"""Articles: news, or an explanation."""

from typing import Any, ClassVar, cast

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from selaras.language.times import Zone, format_datetime
from selaras.media.models import Picture
from selaras.pages.blocks import BodyBlock
from selaras.pages.models.base import ContentPage
from selaras.pages.parts import Part, parts_of
from selaras.pages.rendering import article_context
from selaras.pages.routes import below


class ArticlePage(ContentPage):
    """News or an explanation by one institution; long ones are read in several parts."""

    kicker = models.CharField("kepala judul", max_length=60, blank=True)
    picture = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, verbose_name="foto", related_name="+"
    )
    picture_caption = models.CharField("keterangan foto", max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name="isi", use_json_field=True)
    byline = models.CharField("penulis", max_length=120)
    place = models.CharField("tempat", max_length=100)
    dated = models.DateTimeField("waktu", default=timezone.now, db_index=True)

    template = "pages/article.html"
    search_fields: list[Any] = [*ContentPage.search_fields, index.SearchField("body")]
    content_panels: list[Any] = [
        FieldPanel("kicker"),
        *ContentPage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_caption")], heading="Foto"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("place"), FieldPanel("dated"), FieldPanel("byline")], heading="Titimangsa"
        ),
        InlinePanel(
            "related",
            heading="Artikel terkait",
            label="Artikel",
            max_num=4,
            help_text="Kosong: dipilih sendiri menurut topik, wilayah, dan waktu.",
        ),
    ]

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikel"

    @property
    def dateline(self) -> str:
        """`Selasa, 24 November 2026, 14.30 WIB` in the institution's zone."""
        return format_datetime(self.dated, Zone(self.institution.region.zone))

    @property
    def kicker_words(self) -> str:
        """What stands above the headline: the editor's words, else the first subject."""
        first = next(iter(self.page_subjects.all()), None)
        return self.kicker or (first.subject.label if first else "")

    @property
    def parts(self) -> list[Part]:
        """The body cut at its page breaks; never empty."""
        return parts_of(self.body)

    def embedding_data(self) -> list[Any]:
        return [self.body.get_prep_value()]

    @below("")
    def first_part(self, request: HttpRequest) -> HttpResponse:
        return self._serve_parts(request, 1)

    @below("halaman/<int:number>/")
    def later_part(self, request: HttpRequest, number: int) -> HttpResponse:
        if number == 1:
            return HttpResponseRedirect(self.get_url(request))
        return self._serve_parts(request, number)

    @below("semua/")
    def all_parts(self, request: HttpRequest) -> HttpResponse:
        if len(self.parts) == 1:
            return HttpResponseRedirect(self.get_url(request))
        return self._serve_parts(request, None)

    def _serve_parts(self, request: HttpRequest, number: int | None) -> HttpResponse:
        """One part, or all of them for None; a number beyond the last is not found."""
        if number is not None and not 1 <= number <= len(self.parts):
            raise Http404
        shown = article_context(self, number)
        return cast("HttpResponse", self.render(request, context_overrides=shown))


class RelatedArticle(models.Model):
    """An article that the editor chose to stand beside another."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related")
    page = models.ForeignKey(ArticlePage, models.CASCADE, verbose_name="artikel", related_name="+")

    panels: ClassVar = [PageChooserPanel("page", "pages.ArticlePage")]

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.page_id}"
