"""The home page of an institution's site."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from selaras.announcements.standing import concerning, marked, with_points
from selaras.pages.models import ArticlePage, BasePage, SectionPage
from selaras.portal.facts import current_facts

TEASERS = 8
ANNOUNCEMENTS = 5


class HomePage(BasePage):
    """The root of one institution's site. Made with the site, never by an editor."""

    lead = models.CharField("kalimat pembuka", max_length=300, blank=True)

    template = "portal/institution_home.html"
    parent_page_types: ClassVar[list[str]] = []
    subpage_types: ClassVar = [
        "pages.SectionPage",
        "pages.ArticlePage",
        "pages.InformationPage",
        "pages.DocumentPage",
        "pages.ContactPage",
        "pages.EmergencyPage",
    ]
    content_panels: list[Any] = [*BasePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = "beranda"
        verbose_name_plural = "beranda"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        institution = self.institution
        newest = ArticlePage.objects.descendant_of(self).live().public().order_by("-dated", "-pk")
        articles = list(newest.select_related("picture")[:TEASERS])
        for article in articles:
            article.institution = institution
        section = SectionPage.objects.child_of(self).live().public().order_by("path").first()
        return context | {
            "institution": institution,
            "facts": current_facts(institution.region),
            "announcements": with_points(marked(concerning(institution.region_id)))[:ANNOUNCEMENTS],
            "articles": articles,
            "more_url": reverse("wagtail_serve", args=(f"{section.slug}/",)) if section else "",
        }
