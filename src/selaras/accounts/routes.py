"""Who may reach the routes of signing in and of one's own account."""

from selaras.accounts.access import OPEN, SIGNED_IN, state


def state_all() -> None:
    state(OPEN, "accounts:wagtail_login", "accounts:wagtail_logout")
    names = (
        "login logout reset_password reset_password_done reset_password_from_key"
        " reset_password_from_key_done"
    )
    state(OPEN, *(f"account_{name}" for name in names.split()))
    # Between the password and the second factor nobody is signed in yet; allauth sees to it.
    state(OPEN, "mfa_authenticate", "mfa_login_webauthn")
    state(SIGNED_IN, "account_reauthenticate", "account_change_password", "account_set_password")
    state(SIGNED_IN, "accounts:begin", "accounts:end_session", "accounts:end_other_sessions")
    names = (
        "index reauthenticate reauthenticate_webauthn activate_totp deactivate_totp"
        " view_recovery_codes generate_recovery_codes list_webauthn add_webauthn"
        " remove_webauthn edit_webauthn"
    )
    state(SIGNED_IN, *(f"mfa_{name}" for name in names.split()), "usersessions_list")
