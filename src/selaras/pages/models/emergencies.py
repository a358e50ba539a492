"""Emergency notices: information that must be given at once (serta merta)."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from selaras.common.clock import now
from selaras.pages.blocks import BodyBlock
from selaras.pages.models.base import ContentPage, InformationClass
from selaras.pages.rendering import text_context


class EmergencyPage(ContentPage):
    """A notice that stands above everything else on the site until it ends."""

    class Severity(models.IntegerChoices):
        """The four tones of the design system, mildest first."""

        ADVICE = 2, "Imbauan"
        WARNING = 3, "Waspada"
        DANGER = 4, "Bahaya"

    severity = models.PositiveSmallIntegerField("tingkat", choices=Severity, default=3)
    dated = models.DateTimeField("waktu", default=timezone.now)
    ends_at = models.DateTimeField(
        "berakhir", null=True, blank=True, help_text="Kosong: sampai Anda menariknya."
    )
    body = StreamField(BodyBlock(), verbose_name="isi", blank=True, use_json_field=True)

    template = "pages/emergency.html"
    search_fields: list[Any] = [*ContentPage.search_fields, index.SearchField("body")]
    content_panels: list[Any] = [
        *ContentPage.content_panels,
        FieldPanel("lead", heading="Yang harus dilakukan"),
        MultiFieldPanel(
            [FieldPanel("severity"), FieldPanel("dated"), FieldPanel("ends_at")],
            heading="Tingkat dan waktu",
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "informasi serta merta"
        verbose_name_plural = "informasi serta merta"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Emergency information has one class by law."""
        self.information_class = InformationClass.IMMEDIATE
        super().full_clean(*args, **kwargs)  # type: ignore[no-untyped-call]

    @property
    def ended(self) -> bool:
        return self.ends_at is not None and self.ends_at <= now()

    def embedding_data(self) -> list[Any]:
        return [self.body.get_prep_value()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        return context | text_context(self, self.body)
