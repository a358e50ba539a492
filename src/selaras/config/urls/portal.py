"""The national portal's host."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

from selaras.portal.views import robots

urlpatterns = [
    path("robots.txt", robots),
    path("", include("selaras.portal.urls")),
    path("", include("selaras.announcements.urls")),
    # Needed to compute the addresses of pages on other sites; the portal itself has no page.
    path("", include(wagtail_urls)),
]
