"""Addresses of the screens below the editors' admin."""

from django.urls import path

from selaras.alignment.wordings.screens import editing, listing

app_name = "wordings"
urlpatterns = [
    path("", listing.ListView.as_view(), name="list"),
    path("<uuid:type_id>/", editing.EditView.as_view(), name="edit"),
]
