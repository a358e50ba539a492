"""Addresses of the room below the editors' admin."""

from django.urls import path

from selaras.embeds.views import chooser, picking, uses

app_name = "embeds"
urlpatterns = [
    path("pilih/", chooser.choose, name="choose"),
    path("pilih/daftar/", chooser.results, name="choose_results"),
    path("pilih/<uuid:type_id>/", chooser.options, name="options"),
    path("pilih/<uuid:type_id>/pratinjau/", chooser.preview, name="preview"),
    path("jenis/", picking.Pick.as_view(), name="pick"),
    path("jenis/daftar/", picking.PickResults.as_view(), name="pick_results"),
    path("jenis/<uuid:type_id>/", picking.Picked.as_view(), name="picked"),
    path("pemakaian/", uses.index, name="uses"),
    path("pemakaian/<uuid:type_id>/", uses.of_type, name="uses_of_type"),
]
