"""How people sign in: allauth, told what of it this product uses."""

LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
# Whoever could change the address could have the password of somebody else sent there.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "selaras.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# allauth counts in the memory of one process; `accounts.limits` counts for all.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "login": "selaras.accounts.forms.passwords.SignInForm",
    "reset_password": "selaras.accounts.forms.passwords.ForgottenPasswordForm",
    "reset_password_from_key": "selaras.accounts.forms.passwords.NewPasswordForm",
    "change_password": "selaras.accounts.forms.passwords.ChangePasswordForm",
    "set_password": "selaras.accounts.forms.passwords.FirstPasswordForm",
    "reauthenticate": "selaras.accounts.forms.passwords.ConfirmPasswordForm",
}
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "selaras.accounts.resetting.ResetTokens"  # noqa: S105

MFA_ADAPTER = "selaras.accounts.factor_adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = False
MFA_FORMS = {
    "authenticate": "selaras.accounts.forms.codes.SignInCodeForm",
    "reauthenticate": "selaras.accounts.forms.codes.ConfirmCodeForm",
    "activate_totp": "selaras.accounts.forms.codes.SetUpAppForm",
    "login_webauthn": "selaras.accounts.forms.passkeys.SignInPasskeyForm",
    "authenticate_webauthn": "selaras.accounts.forms.passkeys.SecondPasskeyForm",
    "reauthenticate_webauthn": "selaras.accounts.forms.passkeys.ConfirmPasskeyForm",
    "add_webauthn": "selaras.accounts.forms.passkeys.AddPasskeyForm",
    "edit_webauthn": "selaras.accounts.forms.passkeys.RenamePasskeyForm",
}

# As long as a session may last at most; a browser that is closed forgets it.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "selaras.accounts.views.stale.stale_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
