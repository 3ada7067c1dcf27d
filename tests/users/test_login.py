"""Signing in: every way, wrong answers, limits, and what strangers must not learn."""

import pytest
from account_helpers import PASSWORD, signed_in

from users.models import User
from users.sms import outbox

LOGIN, BY_CODE, CONFIRM = "/accounts/login/", "/accounts/login/code/", "/accounts/login/code/confirm/"


@pytest.mark.parametrize("login", ["member", "member@example.com", "MEMBER@example.com"])
def test_name_or_address_with_password(client, member, login):
    response = client.post(LOGIN, {"login": login, "password": PASSWORD})
    assert response.headers["Location"] == "/" and signed_in(client)


@pytest.mark.parametrize("login", ["13812345678", "+86 138 1234 5678"])
def test_phone_with_password(client, person, login):
    person.set_password(PASSWORD)
    person.save()
    client.post(LOGIN, {"login": login, "password": PASSWORD})
    assert signed_in(client)


def test_phone_with_code(client, person, codes):
    response = client.post(BY_CODE, {"phone": "138 1234 5678", "next": "/courses/"})
    assert response.headers["Location"] == f"{CONFIRM}?next=%2Fcourses%2F"
    assert outbox[0].template == "login" and len(codes()) == 6
    response = client.post(f"{CONFIRM}?next=/courses/", {"code": codes()})
    assert response.headers["Location"] == "/courses/" and signed_in(client)


def test_a_number_entered_by_staff_is_verified_by_signing_in(client, person, codes):
    User.objects.update(phone_verified=False)
    client.post(BY_CODE, {"phone": "13812345678"})
    client.post(CONFIRM, {"code": codes()})
    person.refresh_from_db()
    assert signed_in(client) and person.phone_verified


def test_a_mistyped_number_locks_nobody_out(client, member):
    """Staff may enter a wrong number: the password alone still opens the account."""
    User.objects.filter(pk=member.pk).update(phone="+8613900000000")
    client.post(LOGIN, {"login": "member", "password": PASSWORD})
    assert signed_in(client)


def test_email_with_code(client, member, mailoutbox, mail_code):
    client.post(BY_CODE, {"email": "member@example.com"})
    client.post(CONFIRM, {"code": mail_code()})
    assert signed_in(client)


def test_nothing_filled_in(client, db):
    response = client.post(BY_CODE, {})
    assert response.status_code == 200 and "请填手机号或邮箱" in response.content.decode()


def test_next_stays_on_the_site(client, member):
    response = client.post(LOGIN, {"login": "member", "password": PASSWORD, "next": "https://evil.example/"})
    assert response.headers["Location"] == "/"


def test_wrong_code_three_times(client, person, codes):
    client.post(BY_CODE, {"phone": "13812345678"})
    right = codes()
    wrong = "000000" if right != "000000" else "111111"
    assert "验证码不对" in client.post(CONFIRM, {"code": wrong}).content.decode()
    client.post(CONFIRM, {"code": wrong})
    assert client.post(CONFIRM, {"code": wrong}).headers["Location"] == BY_CODE
    client.post(CONFIRM, {"code": right})
    assert not signed_in(client)


def test_resend_waits(client, person):
    client.post(BY_CODE, {"phone": "13812345678"})
    response = client.post(CONFIRM, {"action": "resend"}, follow=True)
    assert "太频繁" in response.content.decode() and len(outbox) == 1


def test_passwords_cannot_be_guessed(client, member):
    for _ in range(5):
        client.post(LOGIN, {"login": "member", "password": "wrong"})
    response = client.post(LOGIN, {"login": "member", "password": PASSWORD})
    assert "试的次数太多" in response.content.decode() and not signed_in(client)


def test_limit_per_address_answers_with_a_page(client, db):
    for _ in range(60):
        client.post(LOGIN, {"login": "", "password": ""})
    response = client.post(LOGIN, {"login": "", "password": ""})
    assert response.status_code == 429
    assert "操作太频繁" in response.content.decode()


def test_too_many_messages_to_one_number(client, person, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"send_sms": "1/d/key"}
    client.post(BY_CODE, {"phone": "13812345678"})
    client.post("/accounts/logout/")
    assert client.post(BY_CODE, {"phone": "13812345678"}).status_code == 429
    assert len(outbox) == 1


class TestStrangersLearnNothing:
    def test_phone(self, client, person):
        from django.test import Client

        other = Client()
        known = client.post(BY_CODE, {"phone": "13812345678"})
        unknown = other.post(BY_CODE, {"phone": "13812345679"})
        assert known.headers["Location"] == unknown.headers["Location"] == CONFIRM
        pages = [c.get(CONFIRM).content.decode() for c in (client, other)]
        assert mask(pages[0]) == mask(pages[1].replace("12345679", "12345678"))
        assert [sent.template for sent in outbox] == ["login", "unknown"]

    def test_a_code_for_nobody_never_fits(self, client, db):
        client.post(BY_CODE, {"phone": "13812345679"})
        client.post(CONFIRM, {"code": ""})
        client.post(CONFIRM, {"code": "000000"})
        assert not signed_in(client)

    def test_password(self, client, member):
        answers = [
            client.post(LOGIN, {"login": login, "password": "wrong"}).content.decode()
            for login in ("member@example.com", "nobody@example.com")
        ]
        assert mask(answers[0]) == mask(answers[1].replace("nobody@", "member@"))

    def test_password_reset(self, client, member, mailoutbox):
        places = [
            client.post("/accounts/password/reset/", {"email": email}).headers["Location"]
            for email in ("member@example.com", "nobody@example.com")
        ]
        assert places[0] == places[1]


def mask(page: str) -> str:
    """A page without its CSRF tokens."""
    import re

    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|content="[A-Za-z0-9]{64}"', "", page)


def test_password_reset_by_code(client, member, mail_code):
    client.post("/accounts/password/reset/", {"email": "member@example.com"})
    response = client.post("/accounts/password/reset/confirm/", {"code": mail_code()})
    assert response.headers["Location"] == "/accounts/password/reset/complete/"
    client.post(response.headers["Location"], {"password1": "Another-2026", "password2": "Another-2026"})
    client.post(LOGIN, {"login": "member", "password": "Another-2026"})
    assert signed_in(client)


def test_an_unverified_address_is_verified_at_sign_in(client, db, mail_code):
    User.objects.create_user("clerk", "clerk@example.com", PASSWORD)
    response = client.post(LOGIN, {"login": "clerk", "password": PASSWORD})
    assert response.headers["Location"] == "/accounts/confirm-email/"
    client.post("/accounts/confirm-email/", {"code": mail_code()})
    assert signed_in(client)


def test_reading_needs_no_account(client, db):
    response = client.get("/search/")
    assert response.status_code == 200


def test_sign_out_takes_a_post(client, member):
    client.force_login(member)
    client.get("/accounts/logout/")
    assert signed_in(client)
    client.post("/accounts/logout/")
    assert not signed_in(client)
