"""What these screens share: a page of ours, and the way back to it."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page, Revision

from selaras.accounts.models import User
from selaras.pages.admin.access import crumbs
from selaras.pages.clearance import version_of
from selaras.pages.models import BasePage
from selaras.pages.review.people import person
from selaras.review.policies import may_write
from selaras.review.versions import Version


def page_of(key: int) -> BasePage:
    found = Page.objects.filter(pk=key).first()
    page = found.specific if found else None
    if not isinstance(page, BasePage):
        raise Http404
    return page


class PageScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen about one page; who may reach it is said by the rule of its route."""

    @cached_property
    def page(self) -> BasePage:
        return page_of(self.kwargs["page_id"])

    @cached_property
    def user(self) -> User:
        return person(self.request.user)

    @cached_property
    def newest(self) -> Revision | None:
        found: Revision | None = self.page.get_latest_revision()
        return found

    @cached_property
    def version(self) -> Version:
        if self.newest is None:
            raise Http404
        return version_of(self.page, self.newest)

    @property
    def title(self) -> str:
        return self.newest.object_str if self.newest else self.page.title

    def get_page_subtitle(self) -> str:
        return self.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        if may_write(self.user, self.page.institution):
            above = (reverse("wagtailadmin_pages:edit", args=[self.page.pk]), self.title)
        else:
            place = reverse("oversight:pages", args=[self.page.institution.slug])
            above = (place, self.page.institution.short_name)
        return crumbs(above, ("", str(self.page_title)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[no-untyped-call]
        return context | {
            "page": self.page,
            "draft_title": self.title,
            "institution": self.page.institution,
            "shown": self.page.shown_state,
            "newest": self.newest,
            "may_write": may_write(self.user, self.page.institution),
        }
