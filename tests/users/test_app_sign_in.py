"""Signing in from an app, and what the token opens."""

import pytest
from account_helpers import PASSWORD
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from users.models import User
from users.sms import SmsError, outbox

SIGN_IN = "/_allauth/app/v1/auth"
MINE = "/api/v1/progress"


class App:
    """An app: it keeps the session token, has no cookies, and sends no CSRF token."""

    def __init__(self):
        self.client = Client(enforce_csrf_checks=True)
        self.token = None

    def call(self, method: str, path: str, data: dict | None = None, **headers: str):
        if self.token:
            headers["X-Session-Token"] = self.token
        body = {} if data is None else {"data": data, "content_type": "application/json"}
        response = getattr(self.client, method)(path, headers=headers, **body)
        assert not response.cookies
        meta = response.json().get("meta", {}) if isinstance(response.json(), dict) else {}
        self.token = meta.get("session_token", self.token)
        return response

    def sign_in(self, step: str, **data):
        return self.call("post", f"{SIGN_IN}/{step}", data)

    def is_signed_in(self) -> bool:
        return self.call("get", MINE).status_code == 200


@pytest.fixture
def app():
    return App()


def test_with_a_code_by_phone(app, person, codes):
    assert app.sign_in("code/request", phone="13812345678").status_code == 401
    assert not app.is_signed_in()
    response = app.sign_in("code/confirm", code=codes())
    assert response.status_code == 200 and response.json()["data"]["user"]["id"] == person.pk
    assert app.is_signed_in()


def test_with_a_password(app, member):
    assert app.sign_in("login", email="member@example.com", password=PASSWORD).status_code == 200
    assert app.is_signed_in()


def test_a_wrong_code_and_too_many(app, person, codes):
    app.sign_in("code/request", phone="13812345678")
    wrong = "000000" if codes() != "000000" else "111111"
    assert [app.sign_in("code/confirm", code=wrong).status_code for _ in range(2)] == [400, 400]
    app.sign_in("code/confirm", code=wrong)
    assert app.sign_in("code/confirm", code=codes()).status_code == 409
    assert not app.is_signed_in()


def test_strangers_learn_nothing(app, person):
    other = App()
    known, unknown = (a.sign_in("code/request", phone=p) for a, p in ((app, "13812345678"), (other, "13812345679")))
    assert known.status_code == unknown.status_code == 401
    assert known.json()["data"] == unknown.json()["data"]
    assert [sent.template for sent in outbox] == ["login", "unknown"]


def test_codes_pause_between_two(app, person):
    app.sign_in("code/request", phone="13812345678")
    assert App().sign_in("code/request", phone="13812345678").status_code == 429
    assert len(outbox) == 1


def test_passwords_cannot_be_guessed(app, member):
    for _ in range(5):
        app.sign_in("login", email="member@example.com", password="wrong")
    assert app.sign_in("login", email="member@example.com", password=PASSWORD).status_code == 400
    cache.clear()
    assert app.sign_in("login", email="member@example.com", password=PASSWORD).status_code == 200


def test_a_message_that_cannot_be_sent(app, person, monkeypatch):
    def fail(**kwargs):
        raise SmsError("down")

    monkeypatch.setattr("users.adapters.send_sms", fail)
    response = app.sign_in("code/request", phone="13812345678")
    assert response.status_code == 503 and response.json()["errors"][0]["code"] == "sms_failed"


class TestSecondFactor:
    @pytest.fixture
    def staff(self, member):
        TOTP.activate(member, generate_totp_secret())
        RecoveryCodes.activate(member)
        return member

    def test_the_token_opens_nothing_before_it(self, app, staff):
        response = app.sign_in("login", email="member@example.com", password=PASSWORD)
        assert response.status_code == 401 and app.token
        assert {"mfa_authenticate"} == {f["id"] for f in response.json()["data"]["flows"] if f.get("is_pending")}
        assert not app.is_signed_in()

    def test_a_code_opens_it(self, app, staff):
        app.sign_in("login", email="member@example.com", password=PASSWORD)
        assert app.sign_in("2fa/authenticate", code="000000").status_code == 400
        code = RecoveryCodes(staff.authenticator_set.get(type="recovery_codes")).get_unused_codes()[0]
        assert app.sign_in("2fa/authenticate", code=code).status_code == 200
        assert app.is_signed_in()


def test_signing_out_ends_the_token(app, member):
    app.sign_in("login", email="member@example.com", password=PASSWORD)
    token = app.token
    app.call("delete", f"{SIGN_IN}/session")
    app.token = token
    response = app.call("get", MINE)
    assert (response.status_code, response.json()["code"]) == (401, "invalid_token")


def test_a_new_password_ends_tokens(app, member):
    app.sign_in("login", email="member@example.com", password=PASSWORD)
    member.set_password("Another-2026")
    member.save()
    assert not app.is_signed_in()


@pytest.mark.parametrize("step", ["signup", "webauthn/signup", "provider/token", "provider/signup", "password/reset"])
def test_accounts_are_made_and_changed_on_the_site_alone(app, db, step):
    response = app.call("post", f"{SIGN_IN}/{step}", {"email": "new@example.com", "password": PASSWORD})
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert not User.objects.exists()


def test_signing_up_is_not_offered(app, db):
    flows = {flow["id"] for flow in app.call("get", f"{SIGN_IN}/session").json()["data"]["flows"]}
    assert "signup" not in flows and {"login", "login_by_code"} <= flows


def test_broken_json_and_language(app, db):
    response = app.client.post(
        f"{SIGN_IN}/login", "{", content_type="application/json", headers={"Accept-Language": "en"}
    )
    assert (response.status_code, response.json()["code"]) == (400, "bad_request")
    assert response.headers["Content-Language"] == "en"


def test_the_addresses_are_the_published_ones():
    assert reverse("app_sign_in:confirm_code") == f"{SIGN_IN}/code/confirm"
