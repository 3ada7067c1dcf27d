"""Every account page: the site's frame, no inline script or style, labels and errors that belong together."""

import re

import pytest
from account_helpers import CHILD, PASSWORD

OUTSIDE = ["/accounts/login/", "/accounts/login/code/", "/accounts/signup/", "/accounts/password/reset/"]
INSIDE = [
    "/accounts/me/",
    "/accounts/me/delete/",
    "/accounts/email/",
    "/accounts/phone/change/",
    "/accounts/password/change/",
    "/accounts/sessions/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/second-factor/",
    "/accounts/3rdparty/",
    "/accounts/logout/",
    "/accounts/reauthenticate/",
]


def check(body: str) -> None:
    assert 'class="masthead' in body, "not in the site's frame"
    assert "css/account.css" in body
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"", body), "inline style or handler"
    for script in re.findall(r"<script[^>]*>", body):
        assert "src=" in script or "application/json" in script, script
    main = body.split("<main")[1].split("</main>")[0]
    ids = re.findall(r'\sid="([^"]+)"', body)
    assert len(ids) == len(set(ids)), "an id stands twice"
    for described in re.findall(r'aria-describedby="([^"]+)"', main):
        assert set(described.split()) <= set(ids), described
    for tag in re.findall(r"<(?:input|select|textarea)[^>]*>", main):
        if 'type="hidden"' in tag:
            continue
        identifier = re.search(r'\sid="([^"]+)"', tag).group(1)
        assert f'for="{identifier}"' in main, tag
    assert len(re.findall(r"<h1", main)) == 1
    english = re.search(r">\s*(Sign|Email|Password|Phone|Add|Change|Confirm|Cancel|Name|Not|Passkey)\b", main)
    assert not english, english


@pytest.mark.parametrize("path", OUTSIDE)
def test_before_signing_in(client, db, path):
    response = client.get(path)
    assert response.status_code == 200
    check(response.content.decode())


@pytest.mark.parametrize("path", INSIDE)
def test_after_signing_in(client, member, path):
    client.post("/accounts/login/", {"login": "member", "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    response = client.get(path)
    assert response.status_code == 200
    check(response.content.decode())


def test_the_steps_of_signing_up(client, db, tell_year):
    tell_year(CHILD)
    pages = ["/accounts/signup/guardian/"]
    check(client.get(pages[0]).content.decode())
    check(client.post(pages[0], {}).content.decode())
    client.post(pages[0], {"relation": "mother", "phone": "13912345678"})
    check(client.get("/accounts/signup/guardian/confirm/").content.decode())
    tell_year(1990)
    check(client.get("/accounts/signup/email/").content.decode())
    check(client.post("/accounts/signup/email/", {}).content.decode())
    check(client.get("/accounts/signup/phone/").content.decode())
    client.post("/accounts/signup/phone/", {"phone": "13812345678"})
    check(client.get("/accounts/signup/phone/confirm/").content.decode())


def test_code_pages(client, person):
    client.post("/accounts/login/code/", {"phone": "13812345678"})
    body = client.get("/accounts/login/code/confirm/").content.decode()
    check(body)
    field = re.search(r'<input[^>]+name="code"[^>]*>', body).group(0)
    assert 'autocomplete="one-time-code"' in field and 'inputmode="numeric"' in field and "placeholder" not in field


def test_what_browsers_may_fill_in(client, db, tell_year):
    login = client.get("/accounts/login/").content.decode()
    assert 'autocomplete="tel"' in login and 'autocomplete="current-password"' in login
    tell_year()
    assert 'autocomplete="new-password"' in client.get("/accounts/signup/email/").content.decode()


def test_account_pages_are_not_for_shared_caches(client, member):
    client.force_login(member)
    for path in ("/accounts/me/", "/accounts/signup/", "/accounts/me/delete/"):
        assert "no-store" in client.get(path, follow=True).headers["Cache-Control"]
