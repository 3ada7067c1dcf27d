"""`make run` on one's own machine: the production server and static files, with demo credentials and a console mailer."""

from .base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "development-only-never-used-in-production"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
# Development only: load_demo makes this editor so that a newcomer can look behind the pages.
DEMO_EDITOR = {"username": "editor", "password": "mingbai-demo"}
# Codes are printed where the server runs; passkeys work on http://localhost.
SMS_BACKEND = "users.sms.ConsoleSmsBackend"
SMS_MAY_PRETEND = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
