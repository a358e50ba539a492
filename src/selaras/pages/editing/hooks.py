"""What the editor adds to Wagtail's admin. Registered in the room's `wagtail_hooks`."""

from django.templatetags.static import static
from django.urls import URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from selaras.pages.editing import urls
from selaras.pages.editing.saving import CarefulPages
from selaras.pages.editing.words import register_actions


def scripts() -> SafeString:
    """Keep what is typed, and clean what is pasted."""
    return format_html(
        '<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>'
        '<script type="module" src="{}"></script>',
        static("pages/editing/keep.css"),
        static("pages/editing/keep.js"),
        static("pages/editing/paste.js"),
    )


def register() -> None:
    hooks.register("register_admin_viewset", CarefulPages)
    hooks.register("register_admin_urls", lambda: [_addresses()])
    hooks.register("register_log_actions", register_actions)
    hooks.register("insert_editor_js", scripts)


def _addresses() -> URLResolver:
    return path("bersamaan/", include(urls))
