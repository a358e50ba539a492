"""The link of an invitation; it is opened by somebody without an account."""

from django.urls import path

from selaras.institutions.people.views.accepting import invitation

urlpatterns = [path("undangan/<str:token>/", invitation, name="invitation")]
