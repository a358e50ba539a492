"""Settings of the test run: a demonstration of its own, in a folder that is thrown away."""

import os
import tempfile

os.environ.setdefault("SELARAS_DATA_DIR", tempfile.mkdtemp(prefix="selaras-test-"))
os.environ.setdefault("SELARAS_DEMONSTRATION", "1")

from selaras.config.settings import base
from selaras.config.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

base.STATIC_ROOT.mkdir(exist_ok=True)  # whitenoise warns at every request where it is missing
