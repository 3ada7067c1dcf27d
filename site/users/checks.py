"""Checks of the settings: phone sign-in without a provider must not reach anybody."""

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, register
from django.utils.module_loading import import_string

from .sms import ConsoleSmsBackend, SmsBackend


@register(Tags.security)
def check_sms_backend(app_configs, **kwargs) -> list[CheckMessage]:
    """Phone sign-in needs a backend that exists; outside development it must not print codes."""
    if not settings.PHONE_LOGIN:
        return []
    if not settings.SMS_BACKEND:
        return [
            Error(
                "Phone sign-in is on, but SMS_BACKEND is not set.",
                hint="Set SMS_BACKEND to your provider's class (users/sms.py), or PHONE_LOGIN=0.",
                id="users.E001",
            )
        ]
    try:
        backend = import_string(settings.SMS_BACKEND)
    except ImportError as error:
        return [Error(f"SMS_BACKEND cannot be imported: {error}", id="users.E002")]
    if not (isinstance(backend, type) and issubclass(backend, SmsBackend)):
        return [Error("SMS_BACKEND is not a subclass of users.sms.SmsBackend.", id="users.E003")]
    if settings.SMS_MAY_PRETEND or not backend.pretends:
        return []
    if issubclass(backend, ConsoleSmsBackend):
        return [Error("The console SMS backend would print sign-in codes in production.", id="users.E004")]
    return [Info("SMS_BACKEND only pretends to send: nobody will receive a code.", id="users.I001")]
