"""Accounts for a newcomer's own machine. Production has no DEMO_EDITOR and so gets none."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction

from .roles import BUREAU, EDITORS, MODERATORS


@dataclass(frozen=True)
class DemoAccount:
    """A demo account: `group` is the role's group, if any."""

    username: str
    nickname: str
    group: str | None = None
    is_superuser: bool = False
    is_teacher: bool = False


ROLES = [
    DemoAccount("author", "编辑小林", EDITORS),
    DemoAccount("moderator", "审核老陈", MODERATORS),
    DemoAccount("bureau", "市局沈工", BUREAU),
    DemoAccount("teacher", "周老师", is_teacher=True),
]


@transaction.atomic(durable=True)
def create_demo_accounts(*, username: str, password: str) -> list[DemoAccount]:
    """Make the superuser `username` and one account for each role, all with `password`; accounts that exist stay.

    Returns every demo account. Only ever called with the settings' DEMO_EDITOR.
    """
    User = get_user_model()
    accounts = [DemoAccount(username, "管理员", is_superuser=True), *ROLES]
    existing = set(User.objects.values_list("username", flat=True).filter(username__in=[a.username for a in accounts]))
    hashed = make_password(password)
    for account in accounts:
        if account.username in existing:
            continue
        user = User(
            username=account.username,
            nickname=account.nickname,
            is_superuser=account.is_superuser,
            is_staff=account.is_superuser,
            is_teacher=account.is_teacher,
            password=hashed,
        )
        user.save()
        if account.group:
            user.groups.add(Group.objects.get(name=account.group))
    return accounts
