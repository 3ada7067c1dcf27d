"""Who calls the API of quizzes: somebody with an account (by app token or the site's session), or a visitor (by X-Visitor).

Each class puts the caller on the request as `request.auth`, a Caller. A call by an account that also carries X-Visitor takes over
what that visitor did; the app should drop the visitor's token then.
"""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from ninja.security.base import AuthBase

from users import api_auth
from users.models import User

from ..actions.visitors import adopt_visitor
from ..people import Person
from ..requests import person_of
from .visitor_tokens import read_visitor_token

VISITOR_HEADER = "X-Visitor"


@dataclass(frozen=True)
class Caller:
    """`person` is None for a visitor who has no id yet."""

    person: Person | None


def visitor_of(request: HttpRequest) -> UUID | None:
    """Return the visitor that the request names in its header, if any. Raises QuizError invalid_token."""
    token = request.headers.get(VISITOR_HEADER)
    return None if token is None else read_visitor_token(token)


def _account(request: HttpRequest, user: User) -> Caller:
    visitor = visitor_of(request)
    if visitor is not None:
        adopt_visitor(user_id=user.pk, visitor=visitor)
    return Caller(Person(user_id=user.pk))


class AppToken(api_auth.AppToken):
    """An app whose user has signed in."""

    def __call__(self, request: HttpRequest) -> Caller | None:
        user = super().__call__(request)
        return _account(request, user) if user else None


class SiteSession(api_auth.SiteSession):
    """A page of the site: its signed-in reader, or the visitor that the session knows. Unsafe methods need the CSRF token."""

    def __call__(self, request: HttpRequest) -> Caller | None:
        if super().__call__(request):
            person_of(request)  # takes over what was done in this session before signing in
            return _account(request, request.user)
        if VISITOR_HEADER in request.headers:
            return None
        person = person_of(request)
        if person is None:
            return None
        api_auth.require_csrf(request)
        return Caller(person)


class VisitorToken(AuthBase):
    """A visitor without an account, by the token that starting (or POST /visitors) gave out."""

    openapi_type = "apiKey"
    openapi_in = "header"
    openapi_name = VISITOR_HEADER

    def __call__(self, request: HttpRequest) -> Caller | None:
        visitor = visitor_of(request)
        return None if visitor is None else Caller(Person(visitor=visitor))


class Anybody:
    """Somebody who has not answered anything yet."""

    def __call__(self, request: HttpRequest) -> Caller:
        return Caller(None)


PERSON = [AppToken(), SiteSession(), VisitorToken()]
ANYBODY = [*PERSON, Anybody()]
