"""The site's frame: display choice, health, error pages, the installable app's manifest."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, HttpResponseServerError, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from .display import COOKIE_AGE, LANGUAGE_COOKIE, MODE_COOKIE, MODES, THEME_COOKIE, THEMES

CHOICES = {
    "mode": (MODE_COOKIE, MODES),
    "theme": (THEME_COOKIE, THEMES),
    "language": (LANGUAGE_COOKIE, tuple(code for code, _name in settings.LANGUAGES)),
}


# A forged request could only change how the site looks; without a token the forms stay the same in cached pages.
@csrf_exempt
@require_POST
def set_display(request: HttpRequest) -> HttpResponse:
    """Remember mode, theme or language in cookies and go back to where the reader was."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    for name, (cookie, allowed) in CHOICES.items():
        value = request.POST.get(name)
        if value in allowed:
            response.set_cookie(
                cookie, value, max_age=COOKIE_AGE, samesite="Lax", secure=request.is_secure(), httponly=True
            )
    return response


@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_GET
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can serve: its database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ready", content_type="text/plain")


@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read everything that people may read."""
    lines = ["User-agent: *", "Disallow: /cms/", "Disallow: /accounts/", "Disallow: /api/"]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_GET
def manifest(request: HttpRequest) -> JsonResponse:
    """The installable app."""

    def icon(name: str, size: int, purpose: str) -> dict:
        return {"src": static(f"img/{name}"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}

    return JsonResponse(
        {
            "name": "明白消费",
            "short_name": "明白消费",
            "description": "消费维权教育：课程、指南、漫画",
            "lang": "zh-Hans",
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#fbf6ec",
            "theme_color": "#fbf6ec",
            "icons": [
                icon("icon-192.png", 192, "any"),
                icon("icon-512.png", 512, "any"),
                icon("icon-maskable-512.png", 512, "maskable"),
            ],
        },
        content_type="application/manifest+json",
    )


@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """What the service worker shows without a network for a page that was never read."""
    return render(request, "offline.html")


@require_GET
def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker, from the root so that it may serve the whole site; never kept, so that a new one arrives."""
    return HttpResponse(
        SERVICE_WORKER, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"}
    )


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that helps on: search, the main sections, the hotline."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A page that needs neither database nor context processors: something may be wrong with either."""
    return HttpResponseServerError(render_to_string("500.html"))


SERVICE_WORKER = (settings.SITE_DIR / "static" / "js" / "service-worker.js").read_text(encoding="utf-8")
