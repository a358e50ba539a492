"""Forms of invitations: what the administrator writes, and what the invited person chooses."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.accounts.forms import plain
from selaras.accounts.forms.passwords import password_field
from selaras.institutions.models import Membership
from selaras.institutions.people.forms.fields import DayField, LastDayField, RolesField
from selaras.institutions.people.services.inviting import LONGEST_EMAIL, LONGEST_NAME


class InviteForm(forms.Form):
    """`ticket` makes that sending the form twice invites once."""

    name = forms.CharField(
        label="Nama",
        max_length=LONGEST_NAME,
        error_messages={"required": "Tulis namanya."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="Alamat surel dinas",
        max_length=LONGEST_EMAIL,
        error_messages={
            "required": "Tulis alamat surelnya.",
            "invalid": "Alamat surel ini tidak dapat dibaca. Contoh: nama@instansi.go.id.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, roles: Iterable[Membership.Role], **kwargs: Any) -> None:
        kwargs["initial"] = {"ticket": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["roles"] = RolesField(roles, label="Peran")
        self.fields["valid_from"] = DayField(
            label="Mulai", required=False, help_text="Kosongkan: sejak undangan diterima."
        )
        self.fields["valid_to"] = LastDayField(
            label="Hari terakhir", required=False, help_text="Kosongkan bila tanpa batas."
        )


class NewAccountForm(forms.Form):
    """What an invited person without an account chooses."""

    name = forms.CharField(
        label=_("Nama lengkap"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=150,
        help_text=_("Untuk masuk. Huruf, angka, dan tanda @ . + - _ saja."),
        widget=plain(autocomplete="username"),
    )
    password = password_field(_("Kata sandi"), "new-password")
