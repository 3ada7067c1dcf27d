"""Who calls the API: an app with a session token in a header, or a page of the site with its cookie and CSRF token.

Signing in is allauth's (users/app_urls.py). A token in a header proves that the caller may read it, so CSRF does not apply to it.
"""

from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from django.http import HttpRequest
from ninja.security.base import AuthBase
from ninja.utils import check_csrf

from .api_errors import ApiError
from .models import User

SESSION_HEADER = "X-Session-Token"


class AppToken(AuthBase):
    """An app that signed in at /_allauth/app/v1/auth/…; a wrong token is refused, whatever else the request carries."""

    openapi_type = "apiKey"
    openapi_in = "header"
    openapi_name = SESSION_HEADER

    def __call__(self, request: HttpRequest) -> User | None:
        token = request.headers.get(SESSION_HEADER)
        if token is None:
            return None
        # A session's key is made of letters and digits; nothing else needs to reach the cache and the database.
        found = authenticate_by_x_session_token(token) if token.isascii() and token.isalnum() else None
        if found is None:
            raise ApiError("invalid_token")
        request.user = found[0]
        return found[0]


class SiteSession(AuthBase):
    """Somebody signed in on the site itself."""

    openapi_type = "apiKey"
    openapi_in = "cookie"
    openapi_name = "sessionid"

    def __call__(self, request: HttpRequest) -> User | None:
        if not request.user.is_authenticated:
            return None
        require_csrf(request)
        return request.user


def require_csrf(request: HttpRequest) -> None:
    """Refuse an unsafe request that came with a cookie alone. Raises ApiError csrf_failed."""
    if check_csrf(request) is not None:
        raise ApiError("csrf_failed")


# For `auth=` of endpoints that need an account.
ACCOUNT = [AppToken(), SiteSession()]
