"""What a request answers with, as far as its head has to tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.core.paginator import Page as ListPage
from django.http import HttpRequest
from django.urls import reverse

from selaras.institutions.models import Institution
from selaras.pages.machines.addresses import site_address
from selaras.pages.models import BasePage, SiteProfile, Subject
from selaras.pages.models.base import HOME_DEPTH
from selaras.pages.parts import Part


@dataclass(frozen=True, slots=True)
class Shown:
    """What a request answers with: a page of a site, a list in pages, or neither."""

    request: HttpRequest
    institution: Institution | None
    profile: SiteProfile | None = None
    page: BasePage | None = None
    part: Part | None = None
    parts: Sequence[Part] = ()
    listed: ListPage[Any] | None = None
    subject: Subject | None = None
    search_address: str = ""

    @property
    def address(self) -> str:
        """Of this answer itself: a part of an article is not the same as the whole."""
        return site_address(self.institution, quote(self.request.path, safe="/"))

    @property
    def is_home(self) -> bool:
        if self.page is not None:
            return self.page.depth == HOME_DEPTH
        return self.request.path == reverse("wagtail_serve", args=("",))
