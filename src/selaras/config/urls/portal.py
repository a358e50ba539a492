"""The national portal's host."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls

urlpatterns = [
    path("", include("selaras.pages.machines.urls")),
    path("", include("selaras.portal.api.urls")),
    path("", include("selaras.portal.alerts.urls")),
    path("", include("selaras.portal.proof.urls")),
    path("", include("selaras.portal.elsewhere.script_urls")),
    path("", include("selaras.media.urls")),
    path("", include("selaras.look.urls")),
    *i18n_patterns(
        path("", include("selaras.portal.urls")),
        path("", include("selaras.portal.elsewhere.urls")),
        path("", include("selaras.look.style.urls")),
        path("", include("selaras.announcements.urls")),
        path("", include("selaras.tallies.urls")),
        path("", include("selaras.search.urls")),
        path("", include("selaras.pages.urls")),
        # Needed to compute the addresses of pages on other sites; the portal itself has no page.
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
