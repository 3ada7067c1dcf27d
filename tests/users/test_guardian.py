"""Under 14: a guardian agrees with a code to their own phone; before that the database holds nothing personal."""

import pickle
from datetime import date, timedelta

import pytest
from account_helpers import CHILD, PASSWORD, signed_in
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from users.actions.accounts import Consent, Credentials, create_account
from users.codes import check_code, new_code
from users.errors import UsersError
from users.models import GuardianConsent, User
from users.signup_state import load_state
from users.sms import outbox

GUARDIAN = {"relation": "mother", "phone": "13912345678"}
CHILDS = {"phone": "13812345678", "nickname": "小满"}


def everything_stored() -> str:
    """Every value of every row of the database, sessions decoded."""
    values = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            values += [str(value) for row in cursor.fetchall() for value in row]
    values += [str(session.get_decoded()) for session in Session.objects.all()]
    return "\n".join(values)


@pytest.fixture
def asked(client, tell_year):
    """A child has told the year and named the mother's phone."""
    assert tell_year(CHILD) == "/accounts/signup/guardian/"
    response = client.post("/accounts/signup/guardian/", GUARDIAN)
    assert response.headers["Location"] == "/accounts/signup/guardian/confirm/"


@pytest.fixture
def agreed(client, asked, codes):
    response = client.post("/accounts/signup/guardian/confirm/", {"code": codes(), "agree": "on"})
    assert response.headers["Location"] == "/accounts/signup/phone/"


@pytest.mark.django_db
class TestConsent:
    def test_nothing_is_stored_before(self, client, asked):
        client.get("/accounts/signup/guardian/confirm/")
        client.post("/accounts/signup/guardian/confirm/", {"code": "000000", "agree": "on"})
        stored = everything_stored()
        for personal in ("13912345678", "mother", str(CHILD), outbox[-1].values["code"]):
            assert personal not in stored, personal
        assert not User.objects.exists() and not GuardianConsent.objects.exists()

    def test_nor_readable_in_the_cache(self, client, asked):
        from django.core.cache import cache

        kept = [str(pickle.loads(value)) for value in cache._cache.values()]
        assert kept
        for personal in ("13912345678", "mother", str(CHILD), outbox[-1].values["code"]):
            assert not any(personal in value for value in kept), personal
        client.cookies.clear()
        assert client.get("/accounts/signup/guardian/confirm/").headers["Location"] == "/accounts/signup/guardian/"

    def test_half_an_hour(self, client, asked, rf):
        request = rf.get("/accounts/signup/")
        request.COOKIES["signup"] = client.cookies["signup"].value
        now = timezone.now()
        assert load_state(request, now + timedelta(minutes=29)).birth_year == CHILD
        assert load_state(request, now + timedelta(minutes=31)) is None
        cookie = client.cookies["signup"]
        assert cookie["httponly"] and cookie["path"] == "/accounts/" and cookie["max-age"] == 1800

    def test_no_way_round(self, client, asked):
        """Neither form is open before the guardian has agreed, whatever is posted to it."""
        for path in ("/accounts/signup/phone/", "/accounts/signup/email/"):
            data = CHILDS | {"email": "a@example.com", "password1": PASSWORD}
            assert client.post(path, data).headers["Location"] == "/accounts/signup/"
        assert len(outbox) == 1 and not User.objects.exists()

    def test_the_guardian_is_told_what_for(self, client, asked):
        assert outbox[0].phone == "+8613912345678"
        assert "监护人" in outbox[0].text
        body = client.get("/accounts/signup/guardian/confirm/").content.decode()
        assert "139****5678" in body and "出生年份" in body and "撤回同意" in body

    def test_agreeing_takes_code_and_tick(self, client, asked, codes):
        response = client.post("/accounts/signup/guardian/confirm/", {"code": codes()})
        assert "监护人同意才能继续" in response.content.decode()
        response = client.post("/accounts/signup/guardian/confirm/", {"code": "12", "agree": "on"})
        assert "验证码不对" in response.content.decode()
        assert client.get("/accounts/signup/phone/").status_code == 302

    def test_consent_alone_stores_nothing(self, client, agreed):
        assert "13912345678" not in everything_stored()

    def test_then_the_account_with_its_consent(self, client, agreed, codes):
        client.post("/accounts/signup/phone/", CHILDS)
        client.post("/accounts/signup/phone/confirm/", {"code": codes()})
        user = User.objects.get()
        consent = user.guardian_consents.get()
        assert (consent.relation, consent.guardian_phone) == ("mother", "+8613912345678")
        assert consent.purpose_version == "2026-01"
        assert timezone.now() - consent.consented_at < timedelta(minutes=1)
        assert user.birth_year == CHILD and signed_in(client)
        assert "妈妈同意建立这个账号" in client.get("/accounts/me/").content.decode()

    def test_or_with_an_email_address(self, client, agreed):
        client.post("/accounts/signup/email/", {"email": "kid@example.com", "password1": PASSWORD})
        assert User.objects.get().guardian_consents.count() == 1

    def test_one_consent_is_for_one_account(self, client, agreed, codes):
        client.post("/accounts/signup/phone/", CHILDS)
        client.post("/accounts/signup/phone/confirm/", {"code": codes()})
        client.post("/accounts/logout/")
        assert "signup" in client.cookies
        assert client.get("/accounts/signup/phone/").headers["Location"] == "/accounts/signup/"

    def test_telling_the_year_again_forgets_the_consent(self, client, agreed, tell_year):
        assert tell_year(CHILD) == "/accounts/signup/guardian/"
        assert client.get("/accounts/signup/phone/").status_code == 302

    def test_without_messages_no_account_but_a_way_on(self, client, tell_year, settings):
        settings.PHONE_LOGIN = False
        assert tell_year(CHILD) == "/accounts/signup/guardian/"
        body = client.get("/accounts/signup/guardian/").content.decode()
        assert "直接看" in body and "<input" not in body.split("<main")[1].split("</main>")[0]


@pytest.mark.django_db
class TestAction:
    """The rule holds in the action itself, whatever a page does."""

    def create(self, **data):
        arguments = {"credentials": Credentials(phone="+8613812345678"), "birth_year": 2012, "consent": None}
        return create_account(**arguments | data)

    def at(self, day: date):
        return timezone.make_aware(timezone.datetime(day.year, day.month, day.day, 12))

    def test_boundary(self):
        with pytest.raises(UsersError) as refusal:
            self.create(now=self.at(date(2026, 12, 30)))
        assert refusal.value.code == "guardian_consent_needed" and not User.objects.exists()
        assert self.create(now=self.at(date(2026, 12, 31))).birth_year == 2012

    def test_with_consent(self):
        now = self.at(date(2026, 6, 1))
        user = self.create(now=now, birth_year=2020, consent=Consent("father", "+8613912345678", "2026-01", now))
        assert user.guardian_consents.get().consented_at == now

    def test_a_taken_number_leaves_nothing_behind(self, person):
        now = self.at(date(2026, 6, 1))
        with pytest.raises(UsersError) as refusal:
            self.create(now=now, birth_year=2020, consent=Consent("father", "+8613912345678", "2026-01", now))
        assert refusal.value.code == "phone_taken"
        assert User.objects.count() == 1 and not GuardianConsent.objects.exists()


class TestCodes:
    def test_five_minutes(self):
        now = timezone.now()
        code = new_code(slot="a", phone="+8613812345678", now=now)
        assert len(code) == 6 and code.isdigit()
        with pytest.raises(UsersError) as refusal:
            check_code(slot="a", code=code, now=now + timedelta(minutes=5, seconds=1))
        assert refusal.value.code == "code_expired"
        assert check_code(slot="a", code=f" {code[:3]} {code[3:]} ", now=now + timedelta(minutes=5)).phone

    def test_used_up_and_bound_to_its_slot(self):
        now = timezone.now()
        code = new_code(slot="a", phone="+8613812345678", now=now, details={"k": 1})
        with pytest.raises(UsersError):
            check_code(slot="b", code=code, now=now)
        assert check_code(slot="a", code=code, now=now).details == {"k": 1}
        with pytest.raises(UsersError) as refusal:
            check_code(slot="a", code=code, now=now)
        assert refusal.value.code == "code_expired"
