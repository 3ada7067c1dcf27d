"""What wraps every request: the reader's display choice, the page cache, the content security policy."""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware as DjangoCSPMiddleware
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers

from .cache import generation
from .display import Display

UNCACHED_PREFIXES = (
    "/cms/",
    "/accounts/",
    "/api/",
    "/attempts/",
    "/practice/",
    "/static/",
    "/media/",
    "/healthz",
    "/readyz",
)


class ContentSecurityPolicyMiddleware(DjangoCSPMiddleware):
    """Django's policy; the CMS admin, whose own pages carry inline scripts, gets ADMIN_CSP."""

    def process_response(self, request, response):
        if request.path.startswith("/cms/") and not hasattr(response, "_csp_config"):
            response._csp_config = settings.ADMIN_CSP
        return super().process_response(request, response)


class DisplayMiddleware:
    """Put the reader's choice on the request and speak the chosen language. The CMS keeps its own language setting."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.display = Display.of(request)
        with translation.override(request.display.language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.display.language)
        return response


class PageCacheMiddleware:
    """Serve anonymous readers from the cache, and let browsers revalidate: publishing shows at once.

    Only GET and HEAD without a session are cached, only 200s without cookies, and never a page that set its own
    Cache-Control. The key holds the generation (raised by every publish), the display choice and the full address.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self.cacheable(request):
            return self.get_response(request)
        key = self.key(request)
        response = cache.get(key)
        hit = response is not None
        if not hit:
            response = self.get_response(request)
            if not self.storable(response):
                return response
            response.headers["Cache-Control"] = "public, no-cache"
            patch_vary_headers(response, ["Cookie"])
            response.headers["ETag"] = f'"{hashlib.md5(response.content, usedforsecurity=False).hexdigest()}"'
            cache.set(key, response, settings.PAGE_CACHE_SECONDS)
        response.headers["X-Page-Cache"] = "hit" if hit else "miss"
        return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response

    @staticmethod
    def cacheable(request: HttpRequest) -> bool:
        return (
            request.method in ("GET", "HEAD")
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and "messages" not in request.COOKIES
            and not request.path.startswith(UNCACHED_PREFIXES)
        )

    @staticmethod
    def storable(response: HttpResponse) -> bool:
        return (
            response.status_code == 200
            and not response.streaming
            and not response.cookies
            and not response.has_header("Cache-Control")
        )

    @staticmethod
    def key(request: HttpRequest) -> str:
        address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
        digest = hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()
        return f"page:{generation()}:{request.display.cache_key}:{digest}"
