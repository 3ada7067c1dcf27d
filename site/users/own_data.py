"""What users itself keeps about a person: the first source of personal data."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, PageLogEntry

from .actions.accounts import end_sessions
from .models import User
from .personal_data import PersonalDataSource


def iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def export_account(user: User) -> dict:
    """Profile, ways to sign in, sessions, consents, and the traces of work in the CMS. No password, no secrets."""
    return {
        "profile": {
            "username": user.username,
            "nickname": user.nickname,
            "audience": user.audience,
            "birth_year": user.birth_year,
            "is_teacher": user.is_teacher,
            "email": user.email,
            "phone": user.phone,
            "phone_verified": user.phone_verified,
            "groups": list(user.groups.values_list("name", flat=True)),
            "is_staff": user.is_staff,
            "date_joined": iso(user.date_joined),
            "last_login": iso(user.last_login),
        },
        "emails": list(EmailAddress.objects.filter(user=user).order_by("pk").values("email", "verified", "primary")),
        "weixin": [
            {"id": account.uid, "date_joined": iso(account.date_joined), "last_login": iso(account.last_login)}
            for account in SocialAccount.objects.filter(user=user)
        ],
        "second_factors": [
            {"type": factor.type, "created_at": iso(factor.created_at), "last_used_at": iso(factor.last_used_at)}
            for factor in Authenticator.objects.filter(user=user)
        ],
        "sessions": [
            {
                "ip": session.ip,
                "browser": session.user_agent,
                "created_at": iso(session.created_at),
                "last_seen_at": iso(session.last_seen_at),
            }
            for session in UserSession.objects.filter(user=user).order_by("created_at")
        ],
        "guardian_consents": [
            {
                "relation": consent.get_relation_display(),
                "guardian_phone": consent.guardian_phone,
                "purpose_version": consent.purpose_version,
                "consented_at": iso(consent.consented_at),
            }
            for consent in user.guardian_consents.order_by("consented_at")
        ],
        "cms_log": [
            {"action": entry.action, "label": entry.label, "at": iso(entry.timestamp)}
            for model in (PageLogEntry, ModelLogEntry)
            for entry in model.objects.filter(user=user).order_by("timestamp")
        ],
    }


def erase_account(user: User, now: datetime) -> None:
    """Sign the person out everywhere and forget the CMS's log of changes to their account.

    Addresses, second factors, consents and WeChat's id go with the account's row. What they did in the CMS stays in
    its log, where they become "user 123 (deleted)": the site must be able to say what was published and changed when.
    """
    end_sessions(user)
    # The entries about this account carry its name as their label.
    ModelLogEntry.objects.for_instance(user).update(label="")


SOURCE = PersonalDataSource(key="account", label=_("账号"), export=export_account, erase=erase_account)
