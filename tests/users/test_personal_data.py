"""Export and deletion: complete, without secrets, behind a second proof."""

import json

import pytest
from account_helpers import PASSWORD, signed_in
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from education.actions.certificates import issue_certificate
from education.actions.progress import finish_steps
from education.models import LessonProgress
from factories.site import SmallSite
from users import personal_data
from users.actions.accounts import delete_account
from users.errors import UsersError
from users.exports import export_personal_data
from users.models import GuardianConsent, User
from users.personal_data import PersonalDataSource, register

EXPORT, DELETE = "/accounts/me/export/", "/accounts/me/delete/"


def sign_in(client):
    client.post("/accounts/login/", {"login": "member", "password": PASSWORD})


class TestExport:
    def test_asks_for_the_password_first(self, client, member):
        sign_in(client)
        response = client.post(EXPORT)
        assert response.headers["Location"] == f"/accounts/reauthenticate/?next={EXPORT.replace('/', '%2F')}"
        response = client.post(response.headers["Location"], {"password": PASSWORD})
        assert response.headers["Content-Disposition"].startswith('attachment; filename="mingbai-')
        assert "no-store" in response.headers["Cache-Control"]
        data = json.loads(response.content)
        assert data["account"]["data"]["profile"]["email"] == "member@example.com"

    def test_holds_everything(self, client, member, person):
        sign_in(client)
        now = timezone.now()
        User.objects.filter(pk=member.pk).update(phone="+8613612345678")
        GuardianConsent.objects.create(
            user=member, relation="mother", guardian_phone="+8613912345678", purpose_version="2026-01", consented_at=now
        )
        Authenticator.objects.create(user=member, type="totp", data={"secret": "TOPSECRET"})
        member.refresh_from_db()
        data = export_personal_data(user=member, now=now)
        text = json.dumps(data, ensure_ascii=False)
        assert data["format"] == "mingbai-personal-data-1"
        account = data["account"]["data"]
        assert account["profile"]["phone"] == "+8613612345678"
        assert account["profile"]["birth_year"] == 1960
        assert account["emails"] == [{"email": "member@example.com", "verified": True, "primary": True}]
        assert account["guardian_consents"][0]["guardian_phone"] == "+8613912345678"
        assert [factor["type"] for factor in account["second_factors"]] == ["totp"]
        assert account["sessions"][0]["ip"] == "127.0.0.1"
        assert data["learning"]["data"] == {"lessons": [], "certificates": []}
        assert member.password not in text and "TOPSECRET" not in text
        assert client.session.session_key not in text
        assert person.phone not in text

    def test_only_by_post(self, client, member):
        client.force_login(member)
        assert client.get(EXPORT).status_code == 405


class TestLearning:
    """education's part: exported whole; certificates stay, without a name."""

    @pytest.fixture
    def certificate(self, member):
        now = timezone.now()
        site = SmallSite(2)
        for lesson in site.lessons:
            finish_steps(user=member, lesson_id=lesson.pk, steps=lesson.step_ids, now=now)
        return issue_certificate(user=member, course=site.course, now=now)

    def test_export(self, member, certificate):
        learning = export_personal_data(user=member, now=timezone.now())["learning"]["data"]
        assert len(learning["lessons"]) == 2 and all(row["completed_at"] for row in learning["lessons"])
        assert [row["code"] for row in learning["certificates"]] == [certificate.code]
        assert learning["certificates"][0]["name"] == "老李"

    def test_erase(self, client, member, certificate):
        delete_account(user=member, now=timezone.now())
        assert not LessonProgress.objects.exists()
        certificate.refresh_from_db()
        assert (certificate.user, certificate.name) == (None, personal_data.FORMER_USER)
        body = client.get(f"/certificates/{certificate.code}/").content.decode()
        assert certificate.course_title in body and "老李" not in body


class TestDelete:
    def test_password_tick_gone(self, client, member, person):
        sign_in(client)
        assert client.get(DELETE).status_code == 200
        response = client.post(DELETE, {"agree": "on"})
        assert "/accounts/reauthenticate/" in response.headers["Location"]
        assert User.objects.filter(pk=member.pk).exists()
        response = client.post(response.headers["Location"], {"password": PASSWORD})
        assert response.headers["Location"] == "/"
        assert list(User.objects.all()) == [person]
        assert not EmailAddress.objects.exists() and not UserSession.objects.exists()
        assert not signed_in(client)

    def test_without_the_tick(self, client, person):
        client.force_login(person)
        response = client.post(DELETE, {})
        assert "请先勾选" in response.content.decode()
        assert User.objects.filter(pk=person.pk).exists()

    def test_phone_only_proves_the_phone(self, client, person, codes):
        client.force_login(person)
        response = client.post(DELETE, {"agree": "on", "code": "123456"})
        assert "验证码过期" in response.content.decode()
        client.post(DELETE, {"action": "send"})
        client.post(DELETE, {"agree": "on", "code": codes()})
        assert not User.objects.exists() and not signed_in(client)

    def test_every_device_is_signed_out(self, client, member):
        from django.test import Client

        other = Client()
        other.post("/accounts/login/", {"login": "member", "password": PASSWORD})
        delete_account(user=member, now=timezone.now())
        assert not Session.objects.exists()
        assert other.get("/accounts/me/").status_code == 302

    def test_the_last_administrator_stays(self, admin):
        with pytest.raises(UsersError) as refusal:
            delete_account(user=admin, now=timezone.now())
        assert refusal.value.code == "last_administrator"
        User.objects.create_superuser("second", None, PASSWORD)
        delete_account(user=admin, now=timezone.now())
        assert User.objects.get().username == "second"

    def test_a_failing_source_deletes_nothing(self, member, monkeypatch):
        def fail(user, now):
            raise RuntimeError

        monkeypatch.setitem(personal_data._sources, "broken", PersonalDataSource("broken", "x", lambda user: {}, fail))
        with pytest.raises(RuntimeError):
            delete_account(user=member, now=timezone.now())
        assert EmailAddress.objects.filter(user=member).exists()


class TestRegistry:
    def test_apps_register_their_part(self):
        assert {"account", "learning"} <= {source.key for source in personal_data.sources()}

    def test_a_key_belongs_to_one(self):
        with pytest.raises(ValueError, match="twice"):
            register(PersonalDataSource("account", "x", lambda user: {}, lambda user, now: None))

    def test_sources_are_asked_and_told(self, member, monkeypatch):
        erased = []
        source = PersonalDataSource(
            "extra", "另外", lambda user: [user.nickname], lambda user, now: erased.append(user.pk)
        )
        monkeypatch.setitem(personal_data._sources, "extra", source)
        now = timezone.now()
        assert export_personal_data(user=member, now=now)["extra"] == {"label": "另外", "data": ["老李"]}
        pk = member.pk
        delete_account(user=member, now=now)
        assert erased == [pk]
