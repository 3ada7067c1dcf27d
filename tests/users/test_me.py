"""One's own account: profile, phone, e-mail, sessions."""

import pytest
from account_helpers import PASSWORD, signed_in
from allauth.usersessions.models import UserSession
from django.test import Client

from users.models import User

ME = "/accounts/me/"


def test_needs_an_account(client, db):
    assert client.get(ME).headers["Location"] == "/accounts/login/?next=/accounts/me/"
    assert client.get("/accounts/").headers["Location"] == ME


def test_shows_what_there_is(client, person):
    client.force_login(person)
    body = client.get(ME).content.decode()
    assert "小陈" in body and "138****5678" in body
    assert "13812345678" not in body
    assert "编辑后台" not in body and "微信" not in body.split("<main")[1]


def test_profile(client, person):
    client.force_login(person)
    response = client.post(ME, {"nickname": "陈阿姨", "audience": "elderly", "birth_year": "1955"})
    assert response.headers["Location"] == ME
    person.refresh_from_db()
    assert (person.nickname, person.audience, person.birth_year) == ("陈阿姨", "elderly", 1955)


@pytest.mark.parametrize("data", [{"nickname": "a@b.cn"}, {"birth_year": "2020"}, {"audience": "king"}])
def test_profile_refuses(client, person, data):
    client.force_login(person)
    response = client.post(ME, {"nickname": "小陈", "audience": "", "birth_year": "1990"} | data)
    assert f'id="id_{next(iter(data))}_error"' in response.content.decode()
    person.refresh_from_db()
    assert (person.nickname, person.audience, person.birth_year) == ("小陈", "", 1990)


def test_a_new_phone_number_is_proven_first(client, person, codes):
    client.force_login(person)
    client.post("/accounts/phone/change/", {"phone": "13712345678"})
    person.refresh_from_db()
    assert person.phone == "+8613812345678"
    client.post("/accounts/phone/verify/", {"code": codes()})
    person.refresh_from_db()
    assert (person.phone, person.phone_verified) == ("+8613712345678", True)


def test_somebody_elses_number(client, person, member, codes):
    member.set_unusable_password()
    member.save()
    client.force_login(member)
    client.post("/accounts/phone/change/", {"phone": "13812345678"})
    client.post("/accounts/phone/verify/", {"code": codes()})
    member.refresh_from_db()
    assert member.phone is None


def test_a_new_address_is_proven_first(client, member, mail_code):
    client.post("/accounts/login/", {"login": "member", "password": PASSWORD})
    response = client.post("/accounts/email/", {"email": "new@example.com", "action_add": ""})
    assert "/accounts/reauthenticate/" in response.headers["Location"]
    client.post(response.headers["Location"], {"password": PASSWORD})
    assert User.objects.get(pk=member.pk).email == "member@example.com"
    client.post("/accounts/confirm-email/", {"code": mail_code()})
    assert User.objects.get(pk=member.pk).email == "new@example.com"


def test_sessions_can_be_seen_and_ended(client, member):
    chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"
    wechat = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) MicroMessenger/8.0"
    other = Client(HTTP_USER_AGENT=wechat)
    client.post("/accounts/login/", {"login": "member", "password": PASSWORD}, HTTP_USER_AGENT=chrome)
    other.post("/accounts/login/", {"login": "member", "password": PASSWORD})
    body = client.get("/accounts/sessions/").content.decode()
    assert "Chrome · Windows" in body and "微信 · iPhone" in body and body.count("这台设备") == 1
    client.post("/accounts/sessions/")
    assert signed_in(client) and UserSession.objects.count() == 1
    assert other.get(ME).status_code == 302


def test_phone_without_provider_is_not_offered(client, person, settings):
    settings.PHONE_LOGIN = False
    client.force_login(person)
    assert "phone/change" not in client.get(ME).content.decode()


def test_only_staff_may_sound_official(client, person, admin):
    client.force_login(person)
    assert "id_nickname_error" in client.post(ME, {"nickname": "管理员"}).content.decode()
    client.force_login(admin)
    assert client.post(ME, {"nickname": "管理员"}).status_code == 302
