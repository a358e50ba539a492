"""The host of one institution's site."""

from django.urls import include, path
from wagtail import urls as wagtail_urls

from selaras.portal.views import robots

urlpatterns = [
    path("robots.txt", robots),
    path("", include(wagtail_urls)),
]
