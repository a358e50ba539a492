"""What allauth's forms say when they refuse, in our words."""

from django.utils.translation import gettext_lazy as _

WRONG_LOGIN = _("Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.")
ACCOUNT_ERRORS = {
    "username_password_mismatch": WRONG_LOGIN,
    "email_password_mismatch": WRONG_LOGIN,
    "invalid_login": WRONG_LOGIN,
    "account_inactive": WRONG_LOGIN,
    "enter_current_password": _("Kata sandi saat ini tidak cocok."),
    "incorrect_password": _("Kata sandi tidak cocok."),
    "invalid_password_reset": _("Tautan ini tidak berlaku lagi."),
    "too_many_login_attempts": _("Terlalu banyak percobaan. Coba lagi nanti."),
    "rate_limited": _("Terlalu banyak percobaan. Coba lagi nanti."),
}
FACTOR_ERRORS = {
    "incorrect_code": _(
        "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi."
    ),
    "cannot_delete_authenticator": _(
        "Peran Anda mewajibkan faktor kedua. Tambahkan cara lain sebelum melepas yang ini."
    ),
    "cannot_generate_recovery_codes": _(
        "Kode cadangan dibuat setelah aplikasi autentikator atau kunci sandi terpasang."
    ),
}
WRONG_PASSKEY = _("Kunci sandi tidak dikenali. Coba lagi atau pakai cara lain.")
NO_ROLE = _(
    "Akun Anda tidak memegang peran di instansi mana pun hari ini. Hubungi pengelola instansi Anda."
)
