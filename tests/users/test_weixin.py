"""WeChat: offered only with keys, and never round the question of age."""

import pytest
from account_helpers import CHILD, signed_in
from allauth.core import context
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.test import RequestFactory

from users.models import User

PROFILE = {"openid": "o-1234", "nickname": "真名", "sex": 1, "city": "上海", "headimgurl": "https://wx.example/1"}


@pytest.fixture
def keys(settings):
    settings.SOCIALACCOUNT_PROVIDERS = {"weixin": {"APPS": [{"client_id": "wx1", "secret": "s", "name": "微信"}]}}


def come_back(client):
    """WeChat sends the person back: run allauth's completion in this client's session."""
    from types import SimpleNamespace

    request = RequestFactory().get("/accounts/weixin/login/callback/")
    for name, value in client.cookies.items():
        request.COOKIES[name] = value.value
    SessionMiddleware(lambda r: None).process_request(request)
    MessageMiddleware(lambda r: None).process_request(request)
    request.user = AnonymousUser()
    request.allauth = SimpleNamespace()
    with context.request_context(request):
        from allauth.socialaccount.adapter import get_adapter

        provider = get_adapter().get_provider(request, "weixin")
        login = provider.sociallogin_from_response(request, dict(PROFILE))
        login.state = {"process": "login"}
        response = complete_social_login(request, login)
    request.session.save()
    client.cookies["sessionid"] = request.session.session_key
    return response


def test_no_button_without_keys(client, db):
    assert "微信" not in client.get("/accounts/login/").content.decode().split("<main")[1]


@pytest.mark.usefixtures("keys")
class TestWithKeys:
    def test_button(self, client, db, tell_year):
        assert "/accounts/weixin/login/" in client.get("/accounts/login/").content.decode()
        tell_year()
        assert "/accounts/weixin/login/" in client.get("/accounts/signup/phone/").content.decode()

    def test_on_the_way_to_weixin(self, client, db):
        assert "用微信登录" in client.get("/accounts/weixin/login/?process=login").content.decode()
        response = client.post("/accounts/weixin/login/?process=login")
        assert response.headers["Location"].startswith("https://open.weixin.qq.com/connect/qrconnect?appid=wx1")

    def test_somebody_new_tells_the_year_first(self, client, db):
        client.get("/accounts/login/")
        response = come_back(client)
        assert response.headers["Location"] == "/accounts/signup/"
        assert "socialaccount_sociallogin" not in client.session
        assert not User.objects.exists() and not SocialAccount.objects.exists()

    def test_a_child_needs_consent(self, client, db, tell_year):
        tell_year(CHILD)
        assert come_back(client).headers["Location"] == "/accounts/signup/"
        assert not User.objects.exists()

    def test_then_signs_up_and_in(self, client, db, tell_year):
        tell_year()
        assert come_back(client).headers["Location"] == "/accounts/3rdparty/signup/"
        client.post("/accounts/3rdparty/signup/", {"nickname": "小高", "audience": ""})
        user = User.objects.get()
        account = SocialAccount.objects.get()
        assert (user.nickname, user.birth_year, account.uid, account.user) == ("小高", 1990, "o-1234", user)
        assert account.extra_data == {} and "真名" not in user.username
        assert signed_in(client)

        client.logout()
        client.get("/accounts/login/")
        come_back(client)
        assert client.session["_auth_user_id"] == str(user.pk)
        account.refresh_from_db()
        assert account.extra_data == {}
