"""What allauth's second factors ask this product: how secrets are kept, what things are called."""

from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext as _

from selaras.accounts import safekeeping
from selaras.accounts.policies import may_remove
from selaras.accounts.words import FACTOR_ERRORS


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {**DefaultMFAAdapter.error_messages, **FACTOR_ERRORS}

    def encrypt(self, text: str) -> str:
        return safekeeping.closed(text)

    def decrypt(self, encrypted_text: str) -> str:
        return safekeeping.opened(encrypted_text)

    def get_totp_label(self, user: Any) -> str:
        return str(user.get_username())

    def get_totp_issuer(self) -> str:
        return f"Selaras {settings.DOMAIN}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return may_remove(authenticator)

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Kunci sandi %(number)d") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the editors' host alone, whatever a request calls it."""
        return {"id": settings.EDITOR_HOST, "name": "Selaras Redaksi"}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return {
            "id": user_pk_to_url_str(user).encode(),
            "display_name": str(user),
            "name": user.get_username(),
        }
