"""What every screen of the editors' host needs: the product's colours, and a strict policy."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks


def scripts() -> SafeString:
    names = ["look/editor/sheets.js", "look/editor/begin.js"]
    return format_html_join("", '<script src="{}"></script>', ((static(name),) for name in names))


def sheets() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("look/editor/brand.css"))


hooks.register("insert_global_admin_js", scripts)
hooks.register("insert_global_admin_css", sheets)
