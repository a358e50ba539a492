"""The addresses of the module, which are the same in every language."""

from django.urls import path, re_path

from selaras.portal.elsewhere.views import scripts

app_name = "sematan"
urlpatterns = [
    path("sematan/v1/selaras.js", scripts.latest, name="latest"),
    re_path(r"^sematan/v1/selaras-(?P<release>[0-9a-f]{16})\.js$", scripts.release, name="release"),
]
