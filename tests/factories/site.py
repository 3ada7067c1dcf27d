"""Small real sites for tests: pages made the way the CMS makes them."""

from datetime import date
from io import BytesIO
from itertools import count

from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Page, Site

from education.models import (
    ActivityIndexPage,
    ActivityPage,
    Audience,
    ChapterPage,
    ComicEpisodePage,
    ComicIndexPage,
    ComicSeriesPage,
    CourseIndexPage,
    CoursePage,
    GuideIndexPage,
    GuidePage,
    LessonPage,
    NoticeIndexPage,
    NoticePage,
    Topic,
)
from home.models import HomePage
from media.models import LibraryImage

numbers = count(1)


def make_image(title: str = "图", size: tuple[int, int] = (64, 40)) -> LibraryImage:
    """A small picture in the library."""
    file = BytesIO()
    Image.new("RGB", size, "#dcebe4").save(file, "PNG")
    file.seek(0)
    return LibraryImage.objects.create(title=title, file=ImageFile(file, name=f"picture-{next(numbers)}.png"))


def make_vocabulary() -> tuple[Topic, Audience]:
    """One topic and one audience."""
    topic, _ = Topic.objects.get_or_create(slug="online-shopping", defaults={"name": "网络购物"})
    audience, _ = Audience.objects.get_or_create(slug="junior", defaults={"name": "初中"})
    return topic, audience


def add(parent: Page, page: Page, *, live: bool = True) -> Page:
    """Add `page` below `parent` with what every material needs."""
    number = next(numbers)
    page.title = page.title or f"第 {number} 页"
    page.slug = page.slug or f"page-{number}"
    page.live = live
    if hasattr(page, "topics"):
        page.summary = page.summary or "这一页讲一件小事，让人看得明白。"
    parent.add_child(instance=page)
    if hasattr(page, "topics"):
        topic, audience = make_vocabulary()
        page.topics.set([topic])
        page.audiences.set([audience])
        page.save()
    return page


def make_home() -> HomePage:
    """A front page as the root of the default site, in place of Wagtail's welcome page."""
    root = Page.objects.get(depth=1)
    home = root.add_child(
        instance=HomePage(title="首页", slug="front", headline="买得明白，｜也退得明白。", lead="五分钟一课。")
    )
    site = Site.objects.get(is_default_site=True)
    site.root_page, site.hostname, site.port = home, "testserver", 80
    site.save()
    return home


def text_body(text: str = "拆开看看，不等于不完好。") -> list[dict]:
    """A body with one block of text."""
    return [{"type": "text", "value": f"<p>{text}</p>"}]


def lesson_steps(number: int = 2) -> list[dict]:
    """Steps of a lesson."""
    return [
        {"type": "step", "value": {"title": f"第 {index} 步", "body": text_body()}} for index in range(1, number + 1)
    ]


def panel(image: LibraryImage) -> dict:
    """One complete panel."""
    return {
        "type": "panel",
        "value": {"image": image.pk, "alt": "奶奶举着手机", "lines": [{"speaker": "奶奶", "text": "中奖了？"}]},
    }


class SmallSite:
    """A site with every kind of page; `items` says how many of each list there are."""

    def __init__(self, items: int = 1):
        self.home = make_home()
        self.course_index = add(self.home, CourseIndexPage(title="课程", slug="courses"))
        self.guide_index = add(self.home, GuideIndexPage(title="指南", slug="guides"))
        self.activity_index = add(self.home, ActivityIndexPage(title="教案", slug="activities"))
        self.comic_index = add(self.home, ComicIndexPage(title="漫画", slug="comics"))
        self.notice_index = add(self.home, NoticeIndexPage(title="提示", slug="notices"))
        self.course = add(self.course_index, CoursePage(cover=make_image()))
        self.lessons = [
            add(self.course, LessonPage(cover=make_image(), steps=lesson_steps(items + 1))) for _ in range(items)
        ]
        self.guide = add(self.guide_index, GuidePage(cover=make_image()))
        sections = [
            {"type": "section", "value": {"title": "小节", "anchor": f"part-{index}", "body": text_body()}}
            for index in range(items)
        ]
        self.activities = [add(self.activity_index, self.activity()) for _ in range(items)]
        chosen = [{"type": "activity", "value": page.pk} for page in self.activities]
        self.chapters = [add(self.guide, ChapterPage(sections=sections, activities=chosen)) for _ in range(items)]
        self.series = add(self.comic_index, ComicSeriesPage(cover=make_image()))
        panels = [panel(make_image(size=(48, 32))) for _ in range(items)]
        self.episodes = [add(self.series, ComicEpisodePage(cover=make_image(), panels=panels)) for _ in range(items)]
        self.notices = [add(self.notice_index, self.notice(items)) for _ in range(items)]
        related = [{"type": "page", "value": page.pk} for page in self.lessons]
        for page in (self.lessons[0], self.chapters[0], self.activities[0], self.episodes[0], self.notices[0]):
            page.related = related
            page.save()
        self.home.featured = related[:6]
        self.home.save()

    @staticmethod
    def activity() -> ActivityPage:
        step = {"type": "step", "value": {"title": "热身", "minutes": 15, "text": "<p>说一说。</p>"}}
        return ActivityPage(cover=make_image(), activity_kind="game", setting="indoor", steps=[step])

    @staticmethod
    def notice(items: int) -> NoticePage:
        page = NoticePage(date=date(2026, 11, 20), body=text_body(), cover=make_image())
        page.inspection_items = [
            page.inspection_items.model(product=f"产品 {index}", finding="合格", passed=True) for index in range(items)
        ]
        return page

    def one_of_each(self) -> dict[str, Page]:
        """A page of every type."""
        return {
            "home": self.home,
            "course index": self.course_index,
            "course": self.course,
            "lesson": self.lessons[0],
            "guide index": self.guide_index,
            "guide": self.guide,
            "chapter": self.chapters[0],
            "activity index": self.activity_index,
            "activity": self.activities[0],
            "comic index": self.comic_index,
            "comic series": self.series,
            "comic episode": self.episodes[0],
            "notice index": self.notice_index,
            "notice": self.notices[0],
        }
