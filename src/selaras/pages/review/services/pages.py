"""The page that a service works on."""

from wagtail.models import Page

from selaras.pages.models import BasePage


def locked(page: BasePage) -> BasePage:
    """The page as it is stored now; whoever else changes it waits."""
    Page.objects.select_for_update().get(pk=page.pk)
    found: BasePage = type(page).objects.get(pk=page.pk)
    return found
