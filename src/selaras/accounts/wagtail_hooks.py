"""The way from Wagtail's admin to the safety of one's own account."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from selaras.accounts.menu import GatedMenuItem

LAST = 10_000


def in_the_account(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Keamanan akun"),
        "help_text": _("Kunci sandi, aplikasi autentikator, kata sandi, dan sesi."),
    }


def in_the_menu() -> GatedMenuItem:
    return GatedMenuItem(
        gettext_lazy("Keamanan akun"), "mfa_index", icon_name="lock", order=LAST, name="keamanan"
    )


hooks.register("register_account_menu_item", in_the_account)
hooks.register("register_admin_menu_item", in_the_menu)
