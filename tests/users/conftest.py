"""Fixtures for accounts: an empty outbox of SMS, fresh limits, people."""

import re
import sys
from pathlib import Path

import pytest
from django.core.cache import cache

from users.models import User
from users.sms import outbox

sys.path.insert(0, str(Path(__file__).resolve().parent))

from account_helpers import ADULT, PASSWORD


@pytest.fixture(autouse=True)
def fresh_limits():
    """Rate limits and codes live in the cache, messages in a list: every test starts without."""
    cache.clear()
    outbox.clear()
    yield
    cache.clear()


@pytest.fixture
def codes():
    """Read the code of the newest SMS."""

    def newest() -> str:
        return outbox[-1].values["code"]

    return newest


@pytest.fixture
def mail_code(mailoutbox):
    """Read the six digits of the newest e-mail."""

    def newest() -> str:
        return re.search(r"^\s*(\d{6})\s*$", mailoutbox[-1].body, re.MULTILINE).group(1)

    return newest


@pytest.fixture
def person(db):
    """A learner with a phone only."""
    user = User(username="u-phone", phone="+8613812345678", phone_verified=True, nickname="小陈", birth_year=1990)
    user.set_unusable_password()
    user.save()
    return user


@pytest.fixture
def member(db):
    """A learner with e-mail and password."""
    from allauth.account.models import EmailAddress

    user = User.objects.create_user("member", "member@example.com", PASSWORD, nickname="老李", birth_year=1960)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


@pytest.fixture
def admin(db):
    return User.objects.create_superuser("boss", None, PASSWORD, nickname="管理")


@pytest.fixture
def tell_year(client):
    """Answer the first question of signing up; returns where it leads."""

    def answer(year: int = ADULT, **data) -> str:
        return client.post("/accounts/signup/", {"birth_year": year, **data}).headers["Location"]

    return answer
