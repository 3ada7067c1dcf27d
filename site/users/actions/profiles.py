"""What people say about themselves, and what staff set for them."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from ..ages import may_be_under_consent_age
from ..errors import UsersError
from ..models import User
from ..nicknames import clean_nickname


@transaction.atomic(durable=True)
def update_profile(*, user: User, nickname: str, audience: str, birth_year: int | None, now: datetime) -> User:
    """Change nickname, audience and year of birth.

    A year that makes a guardian's consent necessary is refused unless there is one: it is asked for at sign-up only.
    Raises UsersError `guardian_consent_needed`, `nickname_private` or `nickname_reserved`.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    changed = birth_year is not None and birth_year != user.birth_year
    if (
        changed
        and may_be_under_consent_age(birth_year, timezone.localdate(now))
        and not user.guardian_consents.exists()
    ):
        raise UsersError("guardian_consent_needed")
    user.nickname = clean_nickname(nickname, official=user.may_enter_cms)
    user.audience = audience
    user.birth_year = birth_year or user.birth_year
    user.save(update_fields=["nickname", "audience", "birth_year"])
    return user


def follow_email(*, user: User) -> None:
    """Bring allauth's addresses in line after staff changed `user.email` in the CMS: the new one is to be verified.

    Part of the CMS form's own transaction.
    """
    EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
    if user.email:
        EmailAddress.objects.get_or_create(
            user=user, email=user.email.lower(), defaults={"primary": True, "verified": False}
        )
