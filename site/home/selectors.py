"""What the front page and the frame of every page show."""

from dataclasses import dataclass

from django.core.cache import cache
from wagtail.models import Page, Site

from education.models import Audience, Material, Topic
from education.selectors import in_order

from .models import HomePage, SiteTexts


@dataclass(frozen=True)
class MenuItem:
    """A menu entry ready to render."""

    label: str
    url: str


def home_context(page: HomePage) -> dict:
    """The shelves of the front page, in a fixed number of queries."""
    live = Material.objects.live().for_cards()
    featured = in_order(page.featured.raw_data, live)
    newest = live.order_by("-first_published_at")
    notices = (
        Material.objects.live()
        .filter(kind=Material.Kind.NOTICE)
        .select_related("noticepage")
        .prefetch_related("topics")
    )
    return {
        "featured": featured or list(newest.filter(kind=Material.Kind.LESSON)[:3]),
        "comics": list(newest.filter(kind=Material.Kind.COMIC)[:3]),
        "guides": list(newest.filter(kind=Material.Kind.GUIDE)[:1]),
        "activities": list(newest.filter(kind=Material.Kind.ACTIVITY)[:3]),
        "notices": list(notices.order_by("-noticepage__date")[:5]),
        "topics": list(Topic.objects.all()),
        "audiences": list(Audience.objects.all()),
        "section_urls": {
            index.specific_class.__name__: index.get_url(current_site=None)
            for index in page.get_children().live().select_related("content_type")
        },
        "lesson_count": Material.objects.live().filter(kind=Material.Kind.LESSON).count(),
    }


def menu_items(stream, site: Site) -> list[MenuItem]:
    """Resolve a menu in one query; unpublished pages drop out."""
    raw = [item["value"] for item in stream.raw_data]
    pages = {page.pk: page for page in Page.objects.live().filter(pk__in=[item["page"] for item in raw])}
    return [
        MenuItem(item["label"], pages[item["page"]].get_url(current_site=site)) for item in raw if item["page"] in pages
    ]


def frame_of(site: Site) -> dict:
    """Texts and menus for the frame of every page, from the cache until something is published or saved."""
    from .cache import generation

    key = f"frame:{site.pk}:{generation()}"
    frame = cache.get(key)
    if frame is None:
        texts = SiteTexts.for_site(site)
        frame = {
            "texts": texts,
            "main_menu": menu_items(texts.main_menu, site),
            "footer_menu": menu_items(texts.footer_menu, site),
        }
        cache.set(key, frame, 3600)
    return frame
