"""Addresses of the national portal."""

from django.urls import path, re_path

from selaras.portal.proof.page import page as proof
from selaras.portal.views.finding import find_region
from selaras.portal.views.home import home
from selaras.portal.views.regions import region, region_centres, summary

CODE = r"(?P<code>[0-9]{2}(?:\.[0-9]{2})?)"

app_name = "portal"
urlpatterns = [
    path("", home, name="home"),
    re_path(rf"^wilayah/{CODE}/$", region, name="region"),
    re_path(rf"^wilayah/{CODE}/ringkas/$", summary, name="summary"),
    path("wilayah/pusat-<slug:version>.json", region_centres, name="centres"),
    path("cari-wilayah/", find_region, name="find_region"),
    path("bukti/", proof, name="proof"),
]
