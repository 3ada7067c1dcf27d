"""Who needs a second factor, and who has one."""

from allauth.mfa.models import Authenticator
from django.conf import settings

from .models import User

# Recovery codes alone are no second factor: they stand in for a lost one.
TYPES = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def needs_second_factor(user: User) -> bool:
    """Where MFA_REQUIRED_FOR_STAFF is on, everybody who may enter the CMS does."""
    return settings.MFA_REQUIRED_FOR_STAFF and user.may_enter_cms


def has_second_factor(user: User, *, besides: Authenticator | None = None) -> bool:
    factors = Authenticator.objects.filter(user=user, type__in=TYPES)
    return (factors.exclude(pk=besides.pk) if besides else factors).exists()
