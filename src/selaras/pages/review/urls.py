"""Links for readers without an account: on the editors' host, outside the admin."""

from django.urls import path

from selaras.pages.review.screens import reading

app_name = "comment_link"

urlpatterns = [
    path("<str:token>/", reading.read, name="read"),
    path("<str:token>/naskah/", reading.draft, name="draft"),
]
