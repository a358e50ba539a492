"""Media, on every host. Included before anything that answers every path."""

from django.urls import path

from selaras.media.views import document, media

urlpatterns = [
    path("media/<path:path>", media, name="media"),
    path("documents/<int:document_id>/<str:document_filename>", document, name="wagtaildocs_serve"),
]
