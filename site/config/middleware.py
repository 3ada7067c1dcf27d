"""What wraps every request to the API: its language, its size, and JSON for whatever goes wrong outside the endpoints."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from .api_errors import code_of_status, refuse

# Signing in from an app belongs to it (users/app_urls.py).
PREFIXES = ("/api/", "/_allauth/")


class ApiMiddleware:
    """Under PREFIXES Accept-Language decides the language (without it, the site's cookie), and every refusal is JSON."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PREFIXES):
            return self.get_response(request)
        language = preferred_language(request.headers.get("Accept-Language", "")) or translation.get_language()
        with translation.override(language):
            response = refuse("too_large") if self.too_large(request) else self.json(self.get_response(request))
        response.headers["Content-Language"] = language
        response.headers.setdefault("Cache-Control", "no-store")
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    @staticmethod
    def too_large(request: HttpRequest) -> bool:
        length = request.META.get("CONTENT_LENGTH") or "0"
        return not length.isdecimal() or int(length) > settings.API_MAX_BODY

    @staticmethod
    def json(response: HttpResponse) -> HttpResponse:
        """Give a page of Django's (405, 400, 500, …) the API's form."""
        if response.status_code < 400 or response.headers.get("Content-Type", "").startswith("application/json"):
            return response
        answer = refuse(code_of_status(response.status_code))
        if "Allow" in response.headers:
            answer.headers["Allow"] = response.headers["Allow"]
        return answer


def preferred_language(header: str) -> str | None:
    """Return the first language of an Accept-Language header that the site speaks; None when there is none."""
    for wanted, _quality in parse_accept_lang_header(header):
        try:
            return translation.get_supported_language_variant(wanted)
        except LookupError:
            continue
    return None
