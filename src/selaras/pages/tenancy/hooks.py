"""What Wagtail's admin asks. Registered in the room's `wagtail_hooks`."""

from wagtail import hooks

from selaras.pages.tenancy.choosing import only_own
from selaras.pages.tenancy.listing import OwnPages
from selaras.pages.tenancy.menus import only_open, only_ours

MENUS = ("main", "settings", "reports", "help")
LATER = 10  # than the room's own views, which these are made from


def register() -> None:
    hooks.register("register_admin_viewset", OwnPages, order=LATER)
    hooks.register("construct_page_chooser_queryset", only_own)
    for menu in MENUS:
        hooks.register(f"construct_{menu}_menu", only_open, order=LATER)
    hooks.register("construct_help_menu", only_ours, order=LATER)
