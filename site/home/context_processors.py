"""What every template may use."""

from wagtail.models import Site

from .selectors import frame_of


def site(request) -> dict:
    """`frame` (texts and menus) and `display` (mode and theme); nothing for the CMS, which has its own frame."""
    if request.path.startswith("/cms/"):
        return {}
    current = Site.find_for_request(request)
    return {"frame": frame_of(current) if current else {}, "display": getattr(request, "display", None)}
