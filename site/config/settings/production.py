"""Production. Everything that differs between installations comes from the environment; see docs/operations.md."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import ACCOUNT_LOGIN_METHODS, ACCOUNT_SIGNUP_FIELDS, STORAGES


def required(name: str) -> str:
    """Return the environment variable `name`, or stop with a sentence that says what is missing."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} must be set in production (docs/operations.md lists every variable).")
    return value


DEBUG = False
SECRET_KEY = required("SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must be at least 50 random characters.")
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("SECRET_KEY_FALLBACKS", "").split(",") if key]
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",") if host.strip()]
WAGTAILADMIN_BASE_URL = os.environ.get("BASE_URL", f"https://{ALLOWED_HOSTS[0]}")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS if host != "*"]

# nginx ends TLS and sets this header itself, overwriting what a client sends.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# W019 wants DENY; the CMS shows its previews in a frame of the same origin (base.py).
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

MFA_REQUIRED_FOR_STAFF = True

# Phone sign-in needs a provider of text messages; PHONE_LOGIN=0 does without (and without guardians' consent: children
# under 14 then cannot sign up).
PHONE_LOGIN = os.environ.get("PHONE_LOGIN", "1") != "0"
if PHONE_LOGIN:
    SMS_BACKEND = required("SMS_BACKEND")
else:
    ACCOUNT_LOGIN_METHODS.discard("phone")
    ACCOUNT_SIGNUP_FIELDS.remove("phone")
ALLAUTH_TRUSTED_PROXY_COUNT = 1  # nginx sets X-Forwarded-For; limits count the client's address, not nginx's

MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": os.environ.get("EMAIL_HOST", "localhost"),
            "port": int(os.environ.get("EMAIL_PORT", "25")),
            "username": os.environ.get("EMAIL_HOST_USER", ""),
            "password": os.environ.get("EMAIL_HOST_PASSWORD", ""),
            "use_tls": os.environ.get("EMAIL_USE_TLS", "") == "1",
        },
    }
}
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", f"no-reply@{ALLOWED_HOSTS[0].lstrip('.')}")

if bucket := os.environ.get("S3_BUCKET"):
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": os.environ.get("S3_ENDPOINT_URL"),
            "access_key": required("S3_ACCESS_KEY"),
            "secret_key": required("S3_SECRET_KEY"),
            "custom_domain": os.environ.get("S3_PUBLIC_DOMAIN") or None,
            "querystring_auth": False,
            "file_overwrite": False,
        },
    }
