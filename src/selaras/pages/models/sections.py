"""Sections: lists of pages under one heading."""

from typing import Any, ClassVar, cast

from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from selaras.pages.models.articles import ArticlePage
from selaras.pages.models.base import BasePage
from selaras.pages.paging import page_of
from selaras.pages.routes import below


class SectionPage(BasePage):
    """Articles and other pages under one heading, newest first."""

    lead = models.CharField("kalimat pembuka", max_length=300, blank=True)

    template = "pages/section.html"
    subpage_types: ClassVar[list[str]] = [
        "pages.ArticlePage", "pages.InformationPage", "pages.DocumentPage",
    ]  # fmt: skip
    search_fields: list[Any] = [*Page.search_fields, index.SearchField("lead")]
    content_panels: list[Any] = [*BasePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = "rubrik"
        verbose_name_plural = "rubrik"

    @below("")
    def first(self, request: HttpRequest) -> HttpResponse:
        return self._list(request, 1)

    @below("halaman/<int:number>/")
    def later(self, request: HttpRequest, number: int) -> HttpResponse:
        return self._list(request, number)

    def _list(self, request: HttpRequest, number: int) -> HttpResponse:
        """A number beyond the last is not found."""
        newest = ArticlePage.objects.child_of(self).live().public().order_by("-dated", "-pk")
        articles = page_of(newest.select_related("picture"), number)
        for article in articles:
            article.institution = self.institution
        context = {"articles": articles, "institution": self.institution}
        return cast("HttpResponse", self.render(request, context_overrides=context))
