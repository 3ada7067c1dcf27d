"""Staff and the CMS: one door, and a second factor where it is required."""

import pytest
from account_helpers import PASSWORD, signed_in
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import Group, Permission
from django.test import Client

from users.adapters import MFAAdapter
from users.models import User

CMS = "/cms/"
SECRET = "JBSWY3DPEHPK3PXP"


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.fixture
def editor(db):
    """May enter the CMS through a group; not is_staff."""
    group = Group.objects.create(name="编辑们")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create_user("writer", None, PASSWORD)
    user.groups.add(group)
    return user


@pytest.fixture
def required(settings):
    settings.MFA_REQUIRED_FOR_STAFF = True


class TestOneDoor:
    def test_strangers_sign_in_at_allauths(self, client, db):
        assert client.get(CMS).headers["Location"] == "/accounts/login/?next=/cms/"
        assert client.get("/cms/pages/").headers["Location"] == "/accounts/login/?next=/cms/pages/"

    def test_wagtails_own_pages_lead_there(self, client, admin):
        assert client.get("/cms/login/").headers["Location"] == "/accounts/login/?next=%2Fcms%2F"
        assert (
            client.get("/cms/login/?next=/cms/pages/").headers["Location"] == "/accounts/login/?next=%2Fcms%2Fpages%2F"
        )
        assert "evil" not in client.get("/cms/login/?next=//evil.example").headers["Location"]
        client.post("/cms/login/", {"username": "boss", "password": PASSWORD})
        assert not signed_in(client)
        assert client.get("/cms/password_reset/").headers["Location"] == "/accounts/password/reset/"

    def test_signing_in_leads_to_the_cms(self, client, admin):
        response = client.post("/accounts/login/", {"login": "boss", "password": PASSWORD, "next": "/cms/"})
        assert response.headers["Location"] == "/cms/"
        assert client.get(CMS).status_code == 200

    def test_signing_out(self, admin):
        client = Client(enforce_csrf_checks=True)
        client.force_login(admin)
        token = client.get("/accounts/me/").cookies["csrftoken"].value
        response = client.post("/cms/logout/", {"csrfmiddlewaretoken": token})
        assert response.status_code == 307 and response.headers["Location"] == "/accounts/logout/"
        client.post(response.headers["Location"], {"csrfmiddlewaretoken": token})
        assert not signed_in(client)

    def test_learners_are_told_and_not_sent_round_in_circles(self, client, member):
        client.force_login(member)
        response = client.get(CMS, follow=True)
        assert response.redirect_chain == [("/accounts/no-cms-access/", 302)]
        assert response.status_code == 403
        assert "不能进编辑后台" in response.content.decode()

    def test_scripts_and_icons_stay_open(self, client, db):
        assert client.get("/cms/jsi18n/").status_code == 200


@pytest.mark.usefixtures("required")
class TestRequired:
    def test_closed_without(self, client, editor):
        client.force_login(editor)
        for path in (CMS, "/cms/pages/", "/cms/users/", "/cms/account/"):
            assert client.get(path).headers["Location"] == "/accounts/second-factor/", path
        assert client.post("/cms/pages/1/add/home/homepage/2/", {}).headers["Location"] == "/accounts/second-factor/"
        assert "验证器" in client.get("/accounts/second-factor/").content.decode()

    def test_superusers_too(self, client, admin):
        client.force_login(admin)
        assert client.get(CMS).headers["Location"] == "/accounts/second-factor/"

    def test_recovery_codes_alone_do_not_open(self, client, editor):
        Authenticator.objects.create(user=editor, type=Authenticator.Type.RECOVERY_CODES, data={})
        client.force_login(editor)
        assert client.get(CMS).status_code == 302

    def test_setting_up_opens_and_then_every_sign_in_asks(self, client, editor):
        client.post("/accounts/login/", {"login": "writer", "password": PASSWORD})
        page = client.get("/accounts/2fa/totp/activate/")
        assert "/accounts/reauthenticate/" in page.headers["Location"]
        client.post(page.headers["Location"], {"password": PASSWORD})
        page = client.get("/accounts/2fa/totp/activate/")
        secret = page.context["form"].secret
        client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
        assert client.get(CMS).status_code == 200

        again = Client()
        response = again.post("/accounts/login/", {"login": "writer", "password": PASSWORD, "next": "/cms/"})
        assert response.headers["Location"] == "/accounts/2fa/authenticate/"
        assert not signed_in(again)
        assert again.get(CMS).headers["Location"].startswith("/accounts/login/")

    def test_the_secret_is_encrypted(self, editor):
        TOTP.activate(editor, SECRET)
        stored = Authenticator.objects.get(type="totp").data["secret"]
        assert SECRET not in stored and MFAAdapter().decrypt(stored) == SECRET

    def test_a_new_secret_key_reads_old_secrets(self, editor, settings):
        stored = MFAAdapter().encrypt(SECRET)
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a-new-key", [settings.SECRET_KEY]
        assert MFAAdapter().decrypt(stored) == SECRET

    def test_the_last_factor_stays(self, editor, member):
        first = TOTP.activate(editor, SECRET).instance
        assert not MFAAdapter().can_delete_authenticator(first)
        Authenticator.objects.create(user=editor, type="webauthn", data={})
        assert MFAAdapter().can_delete_authenticator(first)
        assert MFAAdapter().can_delete_authenticator(TOTP.activate(member, SECRET).instance)

    def test_learners_need_none(self, client, member):
        client.force_login(member)
        assert client.get("/accounts/me/").status_code == 200


def test_not_required_in_development(client, editor, settings):
    assert settings.MFA_REQUIRED_FOR_STAFF is False
    client.force_login(editor)
    assert client.get(CMS).status_code == 200
