"""Signing in and one's own account, on the editors' host only.

The names are allauth's, whose views redirect to each other by them; the addresses are ours. What
is not listed, such as signing up or changing an address, does not exist.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.webauthn import views as passkeys
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from selaras.accounts.views import entering, factors, passwords, security

own = [
    path("akun/mulai/", factors.begin, name="begin"),
    path("akun/sesi/lain/akhiri/", security.end_others, name="end_other_sessions"),
    path("akun/sesi/<int:pk>/akhiri/", security.end_session, name="end_session"),
    # Wagtail's own addresses: bookmarks and its menu lead here.
    path(
        "admin/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="wagtail_login",
    ),
    path("admin/logout/", account.logout, name="wagtail_logout"),
]
entrance = [
    path("masuk/", account.login, name="account_login"),
    path("masuk/kode/", second.authenticate, name="mfa_authenticate"),
    path("masuk/kunci/", entering.PasskeySignInView.as_view(), name="mfa_login_webauthn"),
    path("keluar/", account.logout, name="account_logout"),
    path(
        "sandi/lupa/",
        entering.ForgottenPasswordView.as_view(),
        name="account_reset_password",
    ),
    path("sandi/lupa/terkirim/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "sandi/baru/selesai/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^sandi/baru/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        passwords.NewPasswordView.as_view(),
        name="account_reset_password_from_key",
    ),
]
own_account = [
    path("", security.security, name="mfa_index"),
    path("sandi/", passwords.ChangePasswordView.as_view(), name="account_change_password"),
    path("sandi/buat/", passwords.FirstPasswordView.as_view(), name="account_set_password"),
    path("konfirmasi/", account.reauthenticate, name="account_reauthenticate"),
    path("konfirmasi/kode/", second.reauthenticate, name="mfa_reauthenticate"),
    path("konfirmasi/kunci/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("aplikasi/", factors.SetUpAppView.as_view(), name="mfa_activate_totp"),
    path("aplikasi/lepas/", factors.RemoveAppView.as_view(), name="mfa_deactivate_totp"),
    path("kode-cadangan/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "kode-cadangan/baru/",
        factors.RenewRecoveryCodesView.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path("kunci/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("kunci/tambah/", factors.AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path("kunci/<int:pk>/lepas/", factors.RemovePasskeyView.as_view(), name="mfa_remove_webauthn"),
    path("kunci/<int:pk>/ubah/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("sesi/", security.list_sessions, name="usersessions_list"),
]
urlpatterns = [
    path("", include((own, "accounts"))),
    path("", include(entrance)),
    path("akun/", include(own_account)),
]
