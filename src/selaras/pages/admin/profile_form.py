"""The form of a site's profile, in the panels of Wagtail's own editors."""

from functools import cache
from typing import Any

from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel
from wagtail.permissions import policy_registry

from selaras.look.colour import InvalidColour
from selaras.media.models import Picture
from selaras.pages.admin.swatches import swatches
from selaras.pages.editing.rows import BoundedRows
from selaras.pages.models import SiteProfile
from selaras.tallies.queries import tallies

DEFAULT = "#0d5566"  # the product's own colour
NO_TALLY = "Tidak ada"
UNKNOWN_TALLY = "Rekapitulasi ini tidak ada. Pilih yang lain, atau tidak ada."
FOREIGN_PICTURE = "Gambar ini bukan dari perpustakaan Anda. Pilih gambar lain."
DOUBLE_CHANNEL = "Satu kanal dari tiap jenis; yang ini sudah ada di atas."


class ColourInput(forms.TextInput):
    """A colour as six hexadecimal digits, with what the site makes of it."""

    template_name = "pages/admin/colour_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        try:
            return context | {"swatches": swatches(str(value or "")), "chosen": True}
        except InvalidColour:
            return context | {"swatches": swatches(DEFAULT), "chosen": False}

    class Media:
        js = ("pages/admin/colour.js",)
        css = {"all": ("pages/admin/screens.css",)}


class SiteProfileForm(BoundedRows, WagtailAdminModelForm):
    """`seal` says which profile the person saw when the form was opened."""

    seal = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tally"].widget = forms.Select(choices=self._tallies())

    def _tallies(self) -> list[tuple[str, str]]:
        """Those that are published, and the one that stands there already."""
        named = {tally.slug: str(tally) for tally in tallies()}
        kept = self.instance.tally
        if kept:
            named.setdefault(kept, kept)
        return [("", NO_TALLY), *named.items()]

    def clean_tally(self) -> str:
        slug: str = self.cleaned_data["tally"]
        if slug not in dict(self._tallies()):
            raise forms.ValidationError(UNKNOWN_TALLY)
        return slug

    def clean_colour(self) -> str:
        return str(self.cleaned_data["colour"]).lower()

    def clean_emblem(self) -> Picture | None:
        """A picture of another institution could be named by its number."""
        emblem: Picture | None = self.cleaned_data["emblem"]
        if emblem is None or emblem.pk == self.instance.emblem_id:
            return emblem
        policy = policy_registry.get_by_type(Picture)
        if not policy.user_has_permission_for_instance(self.for_user, "choose", emblem):
            raise forms.ValidationError(FOREIGN_PICTURE)
        return emblem

    def clean(self) -> dict[str, Any]:
        """Each kind of channel once: the pages ask for the one of a kind."""
        cleaned = super().clean() or {}
        seen: set[str] = set()
        for row in self.formsets["channels"].forms:
            if not row.is_valid() or row.cleaned_data.get("DELETE"):
                continue
            kind = row.cleaned_data.get("kind", "")
            if kind in seen:
                row.add_error("kind", DOUBLE_CHANNEL)
            seen.add(kind)
        return cleaned


def _rows(relation: str, heading: str, label: str, fields: list[str], most: int) -> InlinePanel:
    panels = [FieldPanel(field) for field in fields]
    return InlinePanel(relation, panels=panels, heading=heading, label=label, max_num=most)


PANELS: list[Panel] = [
    MultiFieldPanel(
        [FieldPanel("colour", widget=ColourInput), FieldPanel("emblem")], heading="Penampilan"
    ),
    FieldPanel("address"),
    _rows("contacts", "Kontak", "Kontak", ["kind", "value", "note"], 10),
    _rows("channels", "Kanal", "Kanal", ["kind", "url"], 8),
    _rows("services", "Layanan", "Layanan", ["title", "summary", "url"], 12),
    FieldPanel("tally"),
]


@cache
def profile_panel() -> Panel:
    """The whole form, bound to its model."""
    panel: Panel = ObjectList(PANELS, base_form_class=SiteProfileForm).bind_to_model(SiteProfile)
    return panel
