"""The host of one institution's site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls

urlpatterns = [
    path("", include("selaras.pages.machines.urls")),
    path("", include("selaras.media.urls")),
    path("", include("selaras.look.urls")),
    *i18n_patterns(
        path("", include("selaras.search.urls")),
        path("", include("selaras.pages.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
