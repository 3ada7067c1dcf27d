"""Pictures for sharing: a poster with a QR code, and the card that chats show for a link."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET
from wagtail.models import Site

from education.models import Material
from media.posters import poster, share_picture

from .cache import generation
from .models import SiteTexts

WEEK = 7 * 24 * 3600


def material_of(page_id: int) -> Material:
    """The published material that anyone may see, or 404."""
    return get_object_or_404(Material.objects.live().public().select_related("cover"), pk=page_id)


@require_GET
def poster_png(request: HttpRequest, page_id: int) -> HttpResponse:
    """A poster to hang up or send: cover, title, summary, QR code of the page."""
    material = material_of(page_id)
    texts = SiteTexts.for_request(request)

    def draw() -> bytes:
        return poster(
            title=material.title,
            summary=material.summary,
            cover=material.cover,
            url=material.get_full_url(request),
            site_name=texts.name,
            hotline=texts.hotline,
        )

    return picture_response(f"poster:{page_id}:{generation()}:{request.get_host()}", draw)


@require_GET
def picture_png(request: HttpRequest, page_id: int) -> HttpResponse:
    """The 1200 × 630 picture of Open Graph."""
    material = material_of(page_id)
    texts = SiteTexts.for_site(Site.find_for_request(request))

    def draw() -> bytes:
        return share_picture(title=material.title, summary=material.summary, cover=material.cover, site_name=texts.name)

    return picture_response(f"share-picture:{page_id}:{generation()}", draw)


def picture_response(key: str, draw) -> HttpResponse:
    """Draw once per generation of the site's content and let others keep the picture for an hour."""
    body = cache.get(key)
    if body is None:
        body = draw()
        cache.set(key, body, WEEK)
    return HttpResponse(body, content_type="image/png", headers={"Cache-Control": "public, max-age=3600"})
