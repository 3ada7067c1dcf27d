"""Accounts in the CMS: Wagtail's pages with our fields."""

import pytest
from account_helpers import PASSWORD
from allauth.account.models import EmailAddress

from users.models import User

USERS = "/cms/users/"
NEW = {
    "username": "teacher-wang",
    "nickname": "王老师",
    "phone": "13712345678",
    "email": "Wang@Example.com",
    "is_teacher": "on",
    "password1": PASSWORD,
    "password2": PASSWORD,
}


@pytest.fixture
def cms(client, admin):
    client.force_login(admin)
    return client


def test_list(cms, person):
    body = cms.get(USERS).content.decode()
    assert "小陈" in body and "138****5678" in body
    assert "13812345678" not in body


@pytest.mark.parametrize("query", ["小陈", "12345678", "u-phone"])
def test_search(cms, person, member, query):
    body = cms.get("/cms/users/results/", {"q": query}).content.decode()
    assert "小陈" in body and "老李" not in body


def test_create(cms):
    body = cms.get(f"{USERS}new/").content.decode()
    assert 'name="nickname"' in body and 'name="phone"' in body and 'name="first_name"' not in body
    response = cms.post(f"{USERS}new/", NEW)
    assert response.status_code == 302, response.context["form"].errors
    user = User.objects.get(username="teacher-wang")
    assert (user.nickname, user.phone, user.phone_verified) == ("王老师", "+8613712345678", False)
    assert (user.email, user.is_teacher) == ("wang@example.com", True)
    assert user.check_password(PASSWORD)
    address = EmailAddress.objects.get(user=user)
    assert address.primary and not address.verified


def test_without_phone_and_email_twice(cms):
    """Empty numbers are no number: the second account must not collide with the first."""
    for name in ("clerk-a", "clerk-b"):
        response = cms.post(f"{USERS}new/", NEW | {"username": name, "phone": "", "email": ""})
        assert response.status_code == 302, response.context["form"].errors
    assert User.objects.filter(phone=None, username__startswith="clerk").count() == 2


def test_taken_number_and_address(cms, person, member):
    response = cms.post(f"{USERS}new/", NEW | {"phone": "138 1234 5678", "email": "MEMBER@example.com"})
    assert set(response.context["form"].errors) == {"phone", "email"}


def test_edit(cms, person, member):
    path = f"{USERS}edit/{member.pk}/"
    assert "member@example.com" in cms.get(path).content.decode()
    data = {"username": "member", "nickname": "李老师", "phone": "", "email": "li@example.com", "is_active": "on"}
    response = cms.post(path, data)
    assert response.status_code == 302, response.context["form"].errors
    member.refresh_from_db()
    assert (member.nickname, member.email) == ("李老师", "li@example.com")
    assert list(EmailAddress.objects.filter(user=member).values_list("email", "verified")) == [
        ("li@example.com", False)
    ]
    assert member.check_password(PASSWORD)


def test_a_changed_number_is_unverified_an_unchanged_one_is_not(cms, person):
    path = f"{USERS}edit/{person.pk}/"
    data = {"username": person.username, "nickname": "陈", "phone": "13812345678", "email": "", "is_active": "on"}
    cms.post(path, data)
    person.refresh_from_db()
    assert person.nickname == "陈" and person.phone_verified
    cms.post(path, data | {"phone": "13712345678"})
    person.refresh_from_db()
    assert (person.phone, person.phone_verified) == ("+8613712345678", False)
    cms.post(path, data | {"phone": ""})
    person.refresh_from_db()
    assert person.phone is None


def test_ones_own_account_in_the_cms(cms, admin):
    body = cms.get("/cms/account/").content.decode()
    assert "nickname" in body and "first_name" not in body and "old_password" not in body
    response = cms.post(
        "/cms/account/",
        {
            "name_email-nickname": "新名字",
            "locale-preferred_language": "zh-hans",
            "locale-current_time_zone": "Asia/Shanghai",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
        },
    )
    assert response.status_code == 302
    admin.refresh_from_db()
    assert admin.nickname == "新名字"


def test_delete_erases(cms, member, monkeypatch):
    from users import personal_data

    erased = []
    source = personal_data.PersonalDataSource("x", "x", lambda user: {}, lambda user, now: erased.append(user.pk))
    monkeypatch.setitem(personal_data._sources, "x", source)
    pk = member.pk
    cms.post(f"{USERS}delete/{pk}/")
    assert erased == [pk] and not User.objects.filter(pk=pk).exists()


def test_bulk_delete_erases(cms, member, person, monkeypatch):
    from users import personal_data

    erased = []
    source = personal_data.PersonalDataSource("x", "x", lambda user: {}, lambda user, now: erased.append(user.pk))
    monkeypatch.setitem(personal_data._sources, "x", source)
    pks = {member.pk, person.pk}
    response = cms.post(f"/cms/bulk/users/user/delete/?next=/cms/users/&id={member.pk}&id={person.pk}")
    assert response.status_code == 302 and set(erased) == pks
    assert User.objects.count() == 1
