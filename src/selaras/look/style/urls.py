"""The address of the style page, on the portal's host and in every language."""

from django.urls import path

from selaras.look.style import views

app_name = "style"
urlpatterns = [path("gaya/", views.guide, name="guide")]
