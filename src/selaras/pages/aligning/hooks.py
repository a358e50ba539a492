"""What alignment adds to the editor of pages. Registered in the room's `wagtail_hooks`."""

from django.templatetags.static import static
from django.urls import URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from selaras.pages.aligning.screens import writing

URLS = (
    [
        path("periksa/<int:page_id>/", writing.check_parts, name="check"),
        path("alasan/<int:page_id>/", writing.justify, name="justify"),
    ],
    "page_alignment",
)


def addresses() -> list[URLResolver]:
    return [path("keselarasan/", include(URLS))]


def scripts() -> SafeString:
    """Where there is no panel, the script does nothing."""
    return format_html(
        '<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>',
        static("pages/aligning/aligning.css"),
        static("pages/aligning/editor.js"),
    )


def register() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("insert_editor_js", scripts)
