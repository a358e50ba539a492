"""The address of the description, on the portal's host and outside the languages."""

from django.urls import path

from selaras.portal.api.views import openapi

app_name = "api"
urlpatterns = [path("api/openapi.json", openapi, name="openapi")]
