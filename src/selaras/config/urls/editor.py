"""The editors' host: Wagtail's admin, and nothing of it anywhere else."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls

from selaras.pages.machines.robots import robots

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="wagtailadmin_home")),
    path("robots.txt", robots),
    path("", include("selaras.media.urls")),
    path("", include("selaras.look.urls")),
    path("admin/", include(admin_urls)),
    # Needed to compute the addresses of pages on their own sites; this host shows none.
    path("", include(wagtail_urls)),
]
