"""Reads that span relations."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter as get_social_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings

from .models import GuardianConsent, User
from .phones import mask_phone
from .second_factor import TYPES, has_second_factor, needs_second_factor


@dataclass(frozen=True)
class AccountOverview:
    """What the page "my account" shows about security; phone numbers are masked."""

    phone: str
    email: str
    has_password: bool
    has_second_factor: bool
    needs_second_factor: bool
    may_enter_cms: bool
    sessions: int
    weixin: bool
    weixin_offered: bool
    consents: list[GuardianConsent]


def overview(user: User) -> AccountOverview:
    """The security of `user`'s account at a glance."""
    address = EmailAddress.objects.filter(user=user).order_by("-primary", "pk").first()
    return AccountOverview(
        phone=mask_phone(user.phone or ""),
        email=address.email if address else user.email,
        has_password=user.has_usable_password(),
        has_second_factor=has_second_factor(user),
        needs_second_factor=needs_second_factor(user),
        may_enter_cms=user.may_enter_cms,
        sessions=UserSession.objects.filter(user=user).count(),
        weixin=SocialAccount.objects.filter(user=user).exists(),
        weixin_offered=weixin_offered(),
        consents=list(user.guardian_consents.order_by("consented_at")),
    )


def weixin_offered() -> bool:
    """Whether WeChat's keys are set."""
    return bool(get_social_adapter().list_apps(None, provider="weixin"))


def proves_by_phone(user: User) -> bool:
    """Whether a code to the phone is the only proof this person can give: no password, no second factor."""
    return (
        settings.PHONE_LOGIN
        and bool(user.phone)
        and not user.has_usable_password()
        and not Authenticator.objects.filter(user=user, type__in=TYPES).exists()
    )
