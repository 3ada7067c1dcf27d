"""The beginning and the end of an account."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils import timezone

from ..ages import may_be_under_consent_age
from ..errors import UsersError
from ..models import GuardianConsent, User
from ..nicknames import clean_nickname
from ..personal_data import sources

# Without i, l, o, 0 and 1: a user name may have to be read aloud.
USERNAME_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Consent:
    """What a guardian agreed to, before there is an account to keep it with."""

    relation: str
    guardian_phone: str
    purpose_version: str
    consented_at: datetime


@dataclass(frozen=True)
class Credentials:
    """How the person will sign in: a proven phone number, an e-mail address with a password, or WeChat's id.

    `phone` is E.164 and was proven by a code; `email` is still to be verified; `username` is optional.
    """

    phone: str = ""
    email: str = ""
    password: str = ""
    username: str = ""
    weixin_uid: str = ""


@transaction.atomic(durable=True)
def create_account(
    *,
    credentials: Credentials,
    birth_year: int,
    consent: Consent | None,
    nickname: str = "",
    audience: str = "",
    now: datetime,
) -> User:
    """Create a person's own account; the only way in for people who sign up.

    Raises UsersError `guardian_consent_needed`, `phone_taken`, `username_taken`, `nickname_private` or
    `nickname_reserved`.
    """
    if consent is None and may_be_under_consent_age(birth_year, timezone.localdate(now)):
        raise UsersError("guardian_consent_needed")
    user = User(
        username=credentials.username or new_username(),
        email=credentials.email.lower(),
        phone=credentials.phone or None,
        phone_verified=bool(credentials.phone),
        nickname=clean_nickname(nickname),
        audience=audience,
        birth_year=birth_year,
        date_joined=now,
    )
    user.set_password(credentials.password or None)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise UsersError("phone_taken" if credentials.phone else "username_taken") from None
    if user.email:
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
    if credentials.weixin_uid:
        SocialAccount.objects.create(user=user, provider="weixin", uid=credentials.weixin_uid)
    if consent:
        GuardianConsent.objects.create(
            user=user,
            relation=consent.relation,
            guardian_phone=consent.guardian_phone,
            purpose_version=consent.purpose_version,
            consented_at=consent.consented_at,
        )
    return user


@transaction.atomic(durable=True)
def delete_account(*, user: User, now: datetime) -> None:
    """Delete the account and all that is personal; what must stay (certificates) is cut loose by its app.

    Raises UsersError `last_administrator` or `account_in_use`.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_superuser and not _other_administrators(user):
        raise UsersError("last_administrator")
    try:
        _erase(user, now)
    except (ProtectedError, RestrictedError):
        raise UsersError("account_in_use") from None


@transaction.atomic(durable=True)
def delete_unconfirmed_accounts(*, before: datetime, now: datetime) -> int:
    """Delete accounts that were begun by e-mail before `before` and never confirmed; return how many.

    Such an account holds an address that may be somebody else's.
    """
    begun = User.objects.filter(
        date_joined__lt=before,
        last_login=None,
        phone_verified=False,
        is_staff=False,
        is_superuser=False,
        birth_year__isnull=False,  # only people's own sign-ups ask for it: accounts made in the CMS stay
        groups=None,
        socialaccount=None,
    )
    begun = begun.exclude(emailaddress__verified=True).exclude(emailaddress=None)
    deleted = list(begun)
    for user in deleted:
        _erase(user, now)
    return len(deleted)


def end_sessions(user: User) -> None:
    """Sign the person out everywhere."""
    for session in UserSession.objects.filter(user=user):
        session.end()


def new_username() -> str:
    """A name that says nothing about the person: an e-mail address' first half would."""
    return "u" + "".join(secrets.choice(USERNAME_ALPHABET) for _ in range(10))


def _erase(user: User, now: datetime) -> None:
    for source in sources():
        source.erase(user, now)
    user.delete()


def _other_administrators(user: User) -> bool:
    return User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists()
