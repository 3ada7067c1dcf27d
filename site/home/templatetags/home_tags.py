"""Small helpers for the frame of every page."""

from django import template
from wagtail.models import Page

register = template.Library()

# BCP 47 tags for Django's language codes, as browsers and screen readers expect them.
HTML_LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}


@register.filter
def html_lang(code: str) -> str:
    """The value of the lang attribute for one of our language codes."""
    return HTML_LANGUAGES.get(code, code)


@register.filter
def under(path: str, url: str) -> bool:
    """Whether `path` is the page at `url` or below it."""
    return path.startswith(url)


@register.simple_tag
def breadcrumbs(page: Page) -> list[Page]:
    """The pages from the front page down to `page` itself: one query, none for the front page."""
    if page.depth <= 2:
        return [page]
    ancestors = page.get_ancestors().filter(depth__gte=2).only("title", "url_path", "path", "depth")
    return [*ancestors, page]
