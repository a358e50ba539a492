"""What the room adds to Wagtail's admin: facts in the text editor, and where they are used."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.html import json_script
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from selaras.embeds import urls
from selaras.embeds.editor import ATTRIBUTES, CONVERSION, ENTITY, begin_editing, region_of
from selaras.embeds.rich_text import FactEmbedHandler
from selaras.embeds.widgets import ICON

FEATURE = "fact"


def register_fact(features: FeatureRegistry) -> None:
    entity = {
        "type": ENTITY,
        "icon": ICON,
        "description": gettext_lazy("Fakta resmi"),
        "attributes": ATTRIBUTES,
        "chooserUrls": {"factChooser": reverse_lazy("embeds:choose")},
    }
    files = {
        "js": ["wagtailadmin/js/chooser-modal.js", "embeds/editor.js"],
        "css": {"all": ["embeds/editor.css"]},
    }
    features.register_embed_type(FactEmbedHandler)
    features.register_editor_plugin("draftail", FEATURE, EntityFeature(entity, **files))
    features.register_converter_rule("contentstate", FEATURE, CONVERSION)


def words_of_the_editor() -> str:
    """The editor's script has no translations of its own."""
    words = {"edit": _("Ubah"), "remove": _("Hapus"), "fact": _("Fakta resmi")}
    return json_script(words, "fact-words")


def read_as_the_edited_page(request: HttpRequest, page: Page) -> None:
    begin_editing(region_of(page), page)


def read_as_the_new_page(request: HttpRequest, parent: Page, page_class: type[Page]) -> None:
    begin_editing(region_of(parent))


def register_seal(icons: list[str]) -> list[str]:
    return [*icons, "embeds/editor/seal.svg"]


def register_urls() -> list[URLResolver]:
    return [path("fakta/", include(urls))]


def uses_menu_item() -> Any:
    return MenuItem(
        gettext_lazy("Pemakaian fakta"),
        reverse("embeds:uses"),
        name="pemakaian-fakta",
        icon_name=ICON,
        order=350,
    )


hooks.register("register_rich_text_features", register_fact)
hooks.register("insert_editor_js", words_of_the_editor)
hooks.register("before_edit_page", read_as_the_edited_page)
hooks.register("before_create_page", read_as_the_new_page)
hooks.register("register_icons", register_seal)
hooks.register("register_admin_urls", register_urls)
hooks.register("register_admin_menu_item", uses_menu_item)
