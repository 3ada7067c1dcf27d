"""Callers of the API: each sends what its kind of app or page sends, and every answer is held against the API's document."""

import json
import re
from functools import cache

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.test import Client

from config.api import api
from users.models import User

ROOT = "/api/v1"


@cache
def document() -> dict:
    return api.get_openapi_schema()


@cache
def _patterns() -> list[tuple[re.Pattern, dict]]:
    paths = document()["paths"]
    ordered = sorted(paths, key=lambda path: path.count("{"))
    return [(re.compile(re.sub(r"{\w+}", "[^/]+", path) + "$"), paths[path]) for path in ordered]


def documented_codes(path: str, method: str, status: int) -> set[str] | None:
    """The codes that the document names for a status of an endpoint; None for an address that it does not know."""
    for pattern, methods in _patterns():
        if pattern.match(path):
            response = methods.get(method.lower(), {}).get("responses", {}).get(status, {})
            return set(response.get("content", {}).get("application/json", {}).get("examples", {}))
    return None


class Caller:
    """A client of the API. `headers` go with every call; CSRF is enforced as in production."""

    def __init__(self, **headers: str):
        self.client = Client(enforce_csrf_checks=True)
        self.headers = headers

    def call(self, method: str, path: str, data=None, **headers: str):
        """Send JSON; a text is sent as it is."""
        body = data if isinstance(data, str) else "" if data is None else json.dumps(data)
        headers = self.headers | headers
        response = self.client.generic(method.upper(), f"{ROOT}{path}", body, "application/json", headers=headers)
        if response.status_code >= 400:
            self.check(method, path, response)
        return response

    @staticmethod
    def check(method: str, path: str, response) -> None:
        """A refusal must be one that the document names for the endpoint."""
        code, codes = (
            response.json()["code"],
            documented_codes(f"{ROOT}{path.split('?')[0]}", method, response.status_code),
        )
        assert codes is None or code in codes | {"method_not_allowed", "not_found"}, (
            f"{method} {path}: undocumented {code}"
        )

    def get(self, path: str, **headers: str):
        return self.call("get", path, **headers)

    def post(self, path: str, data=None, **headers: str):
        return self.call("post", path, data, **headers)


def app(user: User) -> Caller:
    """An app whose user has signed in."""
    return Caller(**{"X-Session-Token": session_of(user)})


def page(user: User) -> Caller:
    """A page of the site, with its CSRF token."""
    caller = Caller()
    caller.client.force_login(user)
    caller.client.cookies["csrftoken"] = token = "c" * 32
    caller.headers["X-CSRFToken"] = token
    return caller


def visitor_app() -> Caller:
    """An app that keeps its visitor's token."""
    return Caller(**{"X-Visitor": Caller().post("/visitors").json()["token"]})


def session_of(user: User) -> str:
    """The session token that signing in from an app gives."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


def refusal(response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]
