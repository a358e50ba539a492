"""Addresses of searching, on every public host and in every language."""

from django.urls import path

from selaras.search.asked.views import picked
from selaras.search.views.description import description
from selaras.search.views.feed import feed
from selaras.search.views.results import results
from selaras.search.views.suggestions import suggestions

app_name = "search"
urlpatterns = [
    path("cari/", results, name="results"),
    path("cari/pilih/", picked, name="picked"),
    path("cari/saran.json", suggestions, name="suggestions"),
    path("cari/umpan.atom", feed, name="feed"),
    path("cari/opensearch.xml", description, name="description"),
]
