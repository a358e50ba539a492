"""Settings of the test run: a demonstration of its own, in a folder that is thrown away."""

import atexit
import os
import shutil
import tempfile

if "SELARAS_DATA_DIR" not in os.environ:
    os.environ["SELARAS_DATA_DIR"] = tempfile.mkdtemp(prefix="selaras-test-")
    atexit.register(shutil.rmtree, os.environ["SELARAS_DATA_DIR"], ignore_errors=True)
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
