"""The test suite. DATABASE_URL chooses the database; without it SQLite in memory is not enough (threads), so a file."""

import os
import tempfile

os.environ.setdefault("MINGBAI_VAR", tempfile.mkdtemp(prefix="mingbai-test-"))

from .base import *  # noqa: F403
from .base import DATABASES, VAR_DIR

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Threads share a database in memory through one cache, which knows no waiting for a lock; a file behaves as in production.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
DATABASES["default"]["OPTIONS"].pop("pool", None)  # a pool would hold connections that the test database must lose

DEBUG = False
SECRET_KEY = "test-only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
# The two share one store, so that clearing one clears the other.
CACHES = {name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"} for name in ("default", "limits")}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DEMO_EDITOR = {"username": "editor", "password": "mingbai-demo"}
SMS_BACKEND = "users.sms.LocmemSmsBackend"
SMS_MAY_PRETEND = True
