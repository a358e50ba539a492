"""Page types. `BasePage` is our own abstract base; Wagtail's experimental swap is not used."""

from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import StreamBlock
from wagtail.blocks.field_block import CharBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from selaras.embeds.reading import Reading, reading
from selaras.embeds.rendering import notes
from selaras.embeds.spec import specs_in
from selaras.institutions.models import Institution
from selaras.institutions.queries import institution_of_page_path
from selaras.language.times import Zone, format_datetime
from selaras.pages.errors import NeverStated
from selaras.pages.publishing import facts_never_stated

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "fact"]


class BasePage(Page):
    """A page of an institution's site. Rich text in it is read for the institution's region."""

    class Meta:
        abstract = True

    @cached_property
    def institution(self) -> Institution:
        """The institution whose site this page stands on. Raises LookupError for none."""
        found = institution_of_page_path(self.path, self.steplen)
        if found is None:
            raise LookupError(f"page {self.pk} stands on no institution's site")
        return found

    def embedding_data(self) -> list[Any]:
        """Everything of this page that may contain embeds, as stored."""
        return []

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> None:
        """Publish, unless a fact in the text was never stated for the page's region."""
        page = revision.as_object()
        missing = facts_never_stated(page.embedding_data(), self.institution.region)
        if missing:
            raise NeverStated(missing, self.institution.region)
        super().publish(revision, *args, **kwargs)  # type: ignore[no-untyped-call]


class BodyBlock(StreamBlock):
    """What an article's body is made of."""

    paragraph = RichTextBlock(label="Teks", features=TEXT_FEATURES)
    quote = CharBlock(label="Kutipan", template="pages/blocks/quote.html")

    class Meta:
        template = "pages/blocks/body.html"


class ArticlePage(BasePage):
    """News or an explanation by one institution."""

    subject = models.CharField("rubrik", max_length=60)
    lead = models.CharField("teras", max_length=300)
    body = StreamField(BodyBlock(), verbose_name="isi", use_json_field=True)
    byline = models.CharField("penulis", max_length=120)
    place = models.CharField("tempat", max_length=100)
    dated = models.DateTimeField("waktu", default=timezone.now, db_index=True)

    template = "pages/article.html"
    subpage_types: ClassVar[list[str]] = []
    content_panels: list[Any] = [
        *Page.content_panels,
        FieldPanel("subject"),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("place"), FieldPanel("dated"), FieldPanel("byline")], heading="Titimangsa"
        ),
    ]

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikel"

    @property
    def dateline(self) -> str:
        """`Selasa, 24 November 2026, 14.30 WIB` in the institution's zone."""
        return format_datetime(self.dated, Zone(self.institution.region.zone))

    def embedding_data(self) -> list[Any]:
        return [self.body.get_prep_value()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        reader = Reading(self.institution.region, published_at=self.last_published_at)
        reader.load(specs_in(self.embedding_data()))
        with reading(reader):
            context["body"] = self.body.render_as_block()
        context["notes"] = notes(reader)
        context["institution"] = self.institution
        return context
