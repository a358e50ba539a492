"""The addresses of the API, on the portal's host and outside the languages.

What begins with `/api/v1` is only ever added to. Whatever else begins with `/api/` is refused here
as the API refuses.
"""

from django.urls import path, re_path

from selaras.portal.api.views.announcements import all_announcements, one_announcement
from selaras.portal.api.views.changes import changes
from selaras.portal.api.views.description import absent, openapi
from selaras.portal.api.views.facts import all_types, history, one_type, regions, value
from selaras.portal.api.views.search import search

FACT = r"^api/v1/facts/(?P<key>[a-z0-9][a-z0-9.-]{0,99})"
SLUG = r"(?P<slug>[-a-zA-Z0-9_]{1,120})"

app_name = "api"
urlpatterns = [
    path("api/openapi.json", openapi, name="openapi"),
    path("api/v1/facts", all_types, name="types"),
    re_path(rf"{FACT}$", one_type, name="type"),
    re_path(rf"{FACT}/value$", value, name="value"),
    re_path(rf"{FACT}/history$", history, name="history"),
    re_path(rf"{FACT}/regions$", regions, name="regions"),
    path("api/v1/announcements", all_announcements, name="announcements"),
    re_path(rf"^api/v1/announcements/{SLUG}$", one_announcement, name="announcement"),
    path("api/v1/changes", changes, name="changes"),
    path("api/v1/search", search, name="search"),
    re_path("^api/", absent, name="absent"),
]
