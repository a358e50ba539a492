"""Settings. Every choice of an operator is an environment variable, read here and only here.

`docs/reference/settings.md` lists them; a test compares that page with this file.
"""

import os
from pathlib import Path

import dj_database_url
from django.contrib.messages import constants as messages

from selaras.accounts.cookies import cookie_name
from selaras.common import env
from selaras.config.checks.silenced import SILENCED
from selaras.config.settings.secret import secret_key
from selaras.config.settings.signing_in import *  # noqa: F403

SOURCE = Path(__file__).resolve().parents[2]

env.load_file(Path.cwd() / "var" / "selaras.env")

DEMONSTRATION = env.flag("SELARAS_DEMONSTRATION", default=False)
DATA_DIR = env.folder("SELARAS_DATA_DIR", default=Path.cwd() / "var")
DEBUG = env.flag("SELARAS_DEBUG", default=False)
SECRET_KEY = secret_key(DATA_DIR, demonstration=DEMONSTRATION)

# Hosts: the portal answers on DOMAIN, editors on EDITOR_HOST, an institution on slug.DOMAIN.
DOMAIN = env.text("SELARAS_DOMAIN", "localhost")
SCHEME = env.text("SELARAS_SCHEME", "http")
PORT = env.integer("SELARAS_PORT", default=8000)
PORT_SUFFIX = "" if {"http": 80, "https": 443}[SCHEME] == PORT else f":{PORT}"
EDITOR_SUBDOMAIN = "redaksi"
EDITOR_HOST = f"{EDITOR_SUBDOMAIN}.{DOMAIN}"
# The host middleware answers 421 to every host that is not ours, before anything else runs.
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "selaras.config.urls.portal"
HOST_URLCONFS = {
    "portal": "selaras.config.urls.portal",
    "editor": "selaras.config.urls.editor",
    "institution": "selaras.config.urls.institution",
}
# Which DNS servers are asked whether an institution owns a domain; none: those of the machine.
DNS_SERVERS = env.servers("SELARAS_DNS_SERVERS", port=53)

# Who is told of what was published, and where weaknesses are reported; empty: nobody, nowhere.
WEBSUB_HUB = env.address("SELARAS_WEBSUB_HUB", schemes=("https", "http"))
SECURITY_CONTACT = env.address("SELARAS_SECURITY_CONTACT", schemes=("mailto", "https"))

# How many proxies of one's own add the client's address to X-Forwarded-For.
TRUSTED_PROXIES = env.integer("SELARAS_TRUSTED_PROXIES", default=0, least=0)

# Where letters go: printed, unless a server is named.
_mail = env.mail("SELARAS_EMAIL_URL")
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _mail.backend, _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_SSL, EMAIL_USE_TLS = _mail.ssl, _mail.starttls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("SELARAS_EMAIL_FROM", f"Selaras <tidak-dibalas@{DOMAIN}>")

# For how many days the audit keeps from which address and browser something was done.
AUDIT_ORIGIN_DAYS = env.integer("SELARAS_AUDIT_ORIGIN_DAYS", default=90, least=0)

# How many days the owner of a fact has to answer an objection to it.
OBJECTION_DAYS = env.integer("SELARAS_OBJECTION_DAYS", default=14, least=1, most=365)

# What people ask: from how many addresses before it is kept at all, and for how many days.
SEARCH_ASKERS = env.integer("SELARAS_SEARCH_ASKERS", default=10, least=5, most=100)
SEARCH_ASKED_DAYS = env.integer("SELARAS_SEARCH_ASKED_DAYS", default=365, least=0)

ROOMS = [
    "selaras.config",
    "selaras.demonstration",
    "selaras.delivery",
    "selaras.portal",
    "selaras.search",
    "selaras.pages",
    "selaras.alignment",
    "selaras.announcements",
    "selaras.embeds",
    "selaras.tallies",
    "selaras.facts",
    "selaras.review",
    "selaras.media",
    "selaras.institutions",
    "selaras.accounts",
    "selaras.ledger",
    "selaras.look",
]
INSTALLED_APPS = [
    *ROOMS,
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.typed_table_block",
    "wagtail.users",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "selaras.look.middleware.SecurityHeadersMiddleware",
    "selaras.institutions.hosts.HostMiddleware",
    "selaras.look.languages.LanguageMiddleware",
    "selaras.look.compression.CompressionMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "selaras.accounts.addresses.ClientAddressMiddleware",
    "selaras.ledger.origin.OriginMiddleware",
    "selaras.accounts.middleware.EditorSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "selaras.accounts.middleware.EditorAuthenticationMiddleware",
    "selaras.look.bodies.middleware.BodyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "selaras.accounts.middleware.EditorMessageMiddleware",
    "selaras.accounts.middleware.EditorRefusalMiddleware",
    "selaras.accounts.gate.SessionGateMiddleware",
    "selaras.accounts.access.AccessMiddleware",
    "selaras.pages.redirects.RedirectMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "selaras.institutions.context_processors.here",
                "selaras.look.context_processors.sheets",
                "selaras.pages.context_processors.frame",
            ],
        },
    }
]
WSGI_APPLICATION = "selaras.config.wsgi.application"

DATABASES = {
    "default": dj_database_url.parse(
        env.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'selaras.sqlite3'}"),
        conn_max_age=600,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: a transaction that will write takes its lock first, instead of failing halfway.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"
        ),
    }
# The engine of the search; empty is the embedded one, in the data folder.
SEARCH_URL = env.address("SEARCH_URL", schemes=("https", "http"), secret=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["selaras.accounts.backends.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [SOURCE / "locale", SOURCE / "locale" / "wagtail", SOURCE / "locale" / "allauth"]
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# A page of 300,000 characters in a script of three bytes each, and of some hundred blocks.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Megabytes of each server process for pages as they were answered last.
PAGES_MEMORY = env.integer("SELARAS_PAGES_MEMORY", default=64, least=1)
# Threads of each server process; a request waits for the database more than for the processor.
SERVER_THREADS = min(8, 2 * (os.cpu_count() or 1))

MESSAGE_TAGS = {messages.ERROR: "error"}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SCHEME == "https"
SESSION_COOKIE_NAME = cookie_name("selaras_redaksi", SCHEME)
CSRF_COOKIE_NAME = cookie_name("csrftoken", SCHEME)
DEVICE_COOKIE_NAME = cookie_name("selaras_perangkat", SCHEME)
# Browsers offer passkeys with https, and on this machine also without.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SCHEME != "https"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = list(SILENCED)

WAGTAIL_SITE_NAME = "Selaras"
WAGTAIL_USER_TIME_ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_BASE_URL = f"{SCHEME}://{EDITOR_HOST}{PORT_SUFFIX}"
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "media.File"
WAGTAILIMAGES_IMAGE_FORM_BASE = "selaras.media.forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 2**20
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_WEBP_QUALITY = 74
WAGTAILIMAGES_JPEG_QUALITY = 76
WAGTAILDOCS_DOCUMENT_FORM_BASE = "selaras.media.forms.FileForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 2**20
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "selaras.pages.editing.rich_text.CleanRichTextArea"}
}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
# What is approved is published by the service that approves it, in the same transaction.
WAGTAIL_FINISH_WORKFLOW_ACTION = "selaras.pages.finishing.leave_to_the_service"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "selaras.pages.search_backend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
