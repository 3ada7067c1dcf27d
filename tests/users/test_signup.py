"""Signing up by phone code and by e-mail with a password."""

import pytest
from account_helpers import PASSWORD, signed_in
from allauth.account.models import EmailAddress

from users.models import User
from users.sms import outbox

PHONE = {"phone": "138 1234 5678", "nickname": "小陈", "audience": "public"}


@pytest.fixture
def ask_code(client, tell_year):
    """An adult asks for a code to sign up with."""

    def ask(**data):
        tell_year()
        return client.post("/accounts/signup/phone/", PHONE | data)

    return ask


@pytest.mark.django_db
class TestPhone:
    def test_the_year_comes_first(self, client):
        for path in ("/accounts/signup/phone/", "/accounts/signup/email/", "/accounts/signup/phone/confirm/"):
            response = client.get(path)
            assert response.status_code == 302, path
        assert client.get("/accounts/signup/email/").headers["Location"] == "/accounts/signup/"
        client.post("/accounts/signup/phone/", PHONE)
        assert outbox == []

    def test_a_year_must_be_plausible(self, client):
        for year in ("1800", "2999", "abc", ""):
            response = client.post("/accounts/signup/", {"birth_year": year})
            assert "aria-invalid" in response.content.decode()

    def test_code_then_account(self, client, ask_code, codes):
        assert ask_code().headers["Location"] == "/accounts/signup/phone/confirm/"
        assert outbox[0].phone == "+8613812345678" and outbox[0].template == "signup"
        assert not User.objects.exists()
        assert "138****5678" in client.get("/accounts/signup/phone/confirm/").content.decode()
        response = client.post("/accounts/signup/phone/confirm/", {"code": codes()})
        assert response.headers["Location"] == "/"
        user = User.objects.get()
        assert (user.phone, user.phone_verified, user.nickname) == ("+8613812345678", True, "小陈")
        assert (user.audience, user.birth_year) == ("public", 1990)
        assert not user.has_usable_password()
        assert not user.guardian_consents.exists()
        assert signed_in(client)

    def test_the_way_back_is_kept_and_safe(self, client, tell_year, codes):
        assert tell_year(next="/courses/") == "/accounts/signup/phone/?next=%2Fcourses%2F"
        page = client.post("/accounts/signup/phone/", PHONE | {"next": "/courses/"})
        assert page.headers["Location"] == "/accounts/signup/phone/confirm/?next=%2Fcourses%2F"
        done = client.post("/accounts/signup/phone/confirm/", {"code": codes(), "next": "/courses/"})
        assert done.headers["Location"] == "/courses/"

    def test_no_way_to_another_site(self, client, tell_year, ask_code, codes):
        assert tell_year(next="https://evil.example/") == "/accounts/signup/phone/"
        body = client.get("/accounts/signup/phone/?next=https://evil.example/").content.decode()
        assert "evil.example" not in body.split("<main")[1].split("</main>")[0]
        ask_code()
        done = client.post("/accounts/signup/phone/confirm/", {"code": codes(), "next": "//evil.example"})
        assert done.headers["Location"] == "/"

    def test_wrong_codes(self, client, ask_code, codes):
        ask_code()
        right = codes()
        wrong = "000000" if right != "000000" else "111111"
        for _ in range(5):
            response = client.post("/accounts/signup/phone/confirm/", {"code": wrong})
            assert "验证码不对" in response.content.decode()
        response = client.post("/accounts/signup/phone/confirm/", {"code": right})
        assert "试的次数太多" in response.content.decode()
        assert client.post("/accounts/signup/phone/confirm/", {"code": right}).status_code == 302
        assert not User.objects.exists() and not signed_in(client)

    def test_a_code_works_once_and_in_its_browser_only(self, client, ask_code, codes, django_user_model):
        from django.test import Client

        ask_code()
        other = Client()
        other.post("/accounts/signup/", {"birth_year": 1990})
        assert other.post("/accounts/signup/phone/confirm/", {"code": codes()}).status_code == 302
        assert not django_user_model.objects.exists()

    def test_a_known_number_signs_its_owner_in(self, client, person, ask_code, codes):
        """Nobody without the phone learns that it has an account; its owner is not sent away either."""
        taken = ask_code()
        body = client.get("/accounts/signup/phone/confirm/").content.decode()
        assert taken.headers["Location"] == "/accounts/signup/phone/confirm/"
        assert "已经有账号" not in body.split("<main")[1]
        client.post("/accounts/signup/phone/confirm/", {"code": codes()})
        assert client.session["_auth_user_id"] == str(person.pk)
        person.refresh_from_db()
        assert person.nickname == "小陈" and User.objects.count() == 1

    def test_the_pause_between_two_messages(self, client, ask_code):
        ask_code()
        response = client.post("/accounts/signup/phone/", PHONE)
        assert "太频繁" in response.content.decode()
        assert len(outbox) == 1

    def test_a_provider_that_fails(self, client, tell_year, settings):
        settings.SMS_BACKEND = ""
        tell_year()
        response = client.post("/accounts/signup/phone/", PHONE)
        assert "短信没有发出去" in response.content.decode()

    def test_a_private_nickname_is_refused_at_its_field(self, ask_code):
        response = ask_code(nickname="13812345678")
        body = response.content.decode()
        assert outbox == []
        assert 'aria-describedby="id_nickname_helptext id_nickname_error"' in body
        assert 'id="id_nickname_error"' in body and 'id="id_nickname_helptext"' in body


@pytest.mark.django_db
class TestEmail:
    DATA = {"email": "Li@Example.com", "password1": PASSWORD, "nickname": "老李", "username": "", "audience": ""}

    def test_code_by_mail_then_in(self, client, tell_year, mailoutbox, mail_code):
        tell_year(1960)
        response = client.post("/accounts/signup/email/", self.DATA)
        assert response.headers["Location"] == "/accounts/confirm-email/"
        assert not signed_in(client)
        assert mailoutbox[0].to == ["li@example.com"]
        assert mailoutbox[0].subject.startswith("【明白消费】")
        response = client.post("/accounts/confirm-email/", {"code": mail_code()})
        assert signed_in(client)
        user = User.objects.get()
        assert user.email == "li@example.com" and user.birth_year == 1960
        assert "li" not in user.username  # a user name says nothing about the person
        assert EmailAddress.objects.get(user=user).verified

    def test_with_a_user_name_of_ones_own(self, client, tell_year):
        tell_year()
        client.post("/accounts/signup/email/", self.DATA | {"username": "老李头"})
        assert User.objects.get().username == "老李头"

    def test_a_taken_address_looks_the_same(self, client, member, tell_year, mailoutbox):
        tell_year()
        response = client.post("/accounts/signup/email/", self.DATA | {"email": "member@example.com"})
        assert response.headers["Location"] == "/accounts/confirm-email/"
        assert User.objects.count() == 1
        assert "验证码" not in mailoutbox[0].body

    def test_a_weak_password_is_refused_at_its_field(self, client, tell_year):
        tell_year()
        response = client.post("/accounts/signup/email/", self.DATA | {"password1": "12345678"})
        assert "id_password1_error" in response.content.decode()
        assert not User.objects.exists()

    def test_too_late(self, client, tell_year):
        """Half an hour after the year was told it is asked again."""
        tell_year()
        client.cookies.clear()
        response = client.post("/accounts/signup/email/", self.DATA)
        assert response.headers["Location"] == "/accounts/signup/"
        assert not User.objects.exists()

    def test_never_confirmed_accounts_are_cleared(self, client, member, person, tell_year):
        from datetime import timedelta

        from django.utils import timezone

        from users.actions.accounts import delete_unconfirmed_accounts

        tell_year()
        client.post("/accounts/signup/email/", self.DATA)
        staff = User.objects.create_user("clerk", "clerk@example.com", PASSWORD)
        EmailAddress.objects.create(user=staff, email=staff.email, primary=True, verified=False)
        now = timezone.now()
        assert delete_unconfirmed_accounts(before=now - timedelta(days=7), now=now) == 0
        assert delete_unconfirmed_accounts(before=now + timedelta(days=7), now=now) == 1
        assert set(User.objects.values_list("username", flat=True)) == {"member", "u-phone", "clerk"}
