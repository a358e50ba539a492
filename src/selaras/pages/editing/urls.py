from django.urls import path

from selaras.pages.editing.views import conflict

app_name = "pages_editing"
urlpatterns = [
    path("halaman/<int:page_id>/versi/<int:revision_id>/", conflict, name="conflict"),
]
