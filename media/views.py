"""Serving uploads."""

from pathlib import PurePosixPath
from posixpath import normpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# Kinds of file that a browser may show; everything else is handed out as a download.
SHOWN = {".avif", ".gif", ".jpg", ".jpeg", ".png", ".webp", ".mp3", ".m4a", ".ogg", ".mp4", ".webm", ".vtt"}

# Folders of MEDIA_ROOT that never go out by their address: documents have a view of their own, which knows about private
# collections; unfinished uploads have not been cleaned yet.
PRIVATE = {"documents", "wagtail_uploads"}


@require_safe
def serve_upload(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a file from MEDIA_ROOT. Names carry a hash of their making, so a browser may keep them."""
    # As `serve` will read it: without "..", doubled slashes and a slash in front.
    if normpath("/" + path).lstrip("/").split("/")[0] in PRIVATE:
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if PurePosixPath(path).suffix.lower() not in SHOWN:
        response.headers["Content-Disposition"] = "attachment"
    return response
