"""The editors' host: Wagtail's admin, and nothing of it anywhere else."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls

from selaras.accounts.inbox.views import inbox
from selaras.pages.machines.robots import robots

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="wagtailadmin_home"), name="editor_root"),
    path("robots.txt", robots, name="editor_robots"),
    path("", include("selaras.media.urls")),
    path("", include("selaras.look.urls")),
    path("", include("selaras.accounts.urls")),
    path("", include("selaras.institutions.people.urls")),
    path("tinjau/", include("selaras.pages.review.urls")),
    # In the place of Wagtail's own first screen.
    path("admin/", inbox, name="wagtailadmin_home"),
    path("admin/", include("selaras.pages.tenancy.urls")),
    # Needed to compute the addresses of pages on their own sites; this host shows none.
    path("", include(wagtail_urls)),
]
