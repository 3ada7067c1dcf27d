"""What the browser tests share: the demo site's page types, a guard that watches a browser context, small actions."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Response

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
PASSWORD = "mingbai-demo"

COURSE = "/courses/online-shopping-course/"
LESSON = COURSE + "seven-day-return-after-unboxing/"
NEXT_LESSON = COURSE + "fake-goods-triple-compensation/"
PICTURED_LESSON = COURSE + "livestream-buying-check-seller/"
GUIDE = "/guides/middle-school-guide/"
CHAPTER = GUIDE + "guide-i-am-a-consumer/"
ACTIVITY = "/activities/scam-call-drill/"
EPISODE = "/comics/grandma-phone/prize-message/"
NOTICE = "/notices/notice-double-eleven-return/"
INSPECTION = "/notices/notice-inspection-mooncakes/"


def one_panel_at_a_time(page: Page) -> None:
    page.locator("[data-reader-mode=single]").click()


@dataclass(frozen=True)
class PageType:
    """A kind of page with an example; `prepare` brings it into the state that is looked at."""

    path: str
    status: int = 200
    prepare: Callable[[Page], None] | None = None


PAGES = {
    "home": PageType("/"),
    "course index": PageType("/courses/"),
    "course": PageType(COURSE),
    "lesson": PageType(LESSON),
    "lesson with a picture": PageType(PICTURED_LESSON),
    "guide index": PageType("/guides/"),
    "guide": PageType(GUIDE),
    "chapter": PageType(CHAPTER),
    "activity index": PageType("/activities/"),
    "activity": PageType(ACTIVITY),
    "comic index": PageType("/comics/"),
    "comic series": PageType("/comics/grandma-phone/"),
    "comic strip": PageType(EPISODE),
    "comic panel by panel": PageType(EPISODE, prepare=one_panel_at_a_time),
    "notice index": PageType("/notices/"),
    "notice": PageType(NOTICE),
    "notice with an inspection": PageType(INSPECTION),
    "notice of an event": PageType("/notices/notice-training-teachers-labels/"),
    "plain page": PageType("/accessibility/"),
    "search": PageType("/search/"),
    "search with results": PageType("/search/?q=退货"),
    "search without results": PageType("/search/?q=量子纠缠"),
    "login": PageType("/accounts/login/"),
    "signup": PageType("/accounts/signup/"),
    "certificate check": PageType("/certificates/"),
    "not found": PageType("/no-such-page/", status=404),
    "offline": PageType("/offline/"),
}


class Guard:
    """Collects what must never happen in a browser: console errors (a refused script or style is one), errors of
    scripts, and requests that leave the site."""

    def __init__(self, origin: str):
        self.origin = origin
        self.problems: list[str] = []
        self.expected: list[re.Pattern] = []

    def watch(self, context: BrowserContext) -> None:
        context.on("console", lambda message: self.console(message))
        context.on("weberror", lambda error: self.add(f"script error: {error.error}"))
        context.on("request", lambda request: self.request(request.url))

    def console(self, message) -> None:
        if message.type == "error":
            self.add(f"console: {message.text} ({message.location.get('url', '')})")

    def request(self, url: str) -> None:
        if not url.startswith((self.origin + "/", "data:", "blob:")):
            self.add(f"left the site: {url}")

    def add(self, problem: str) -> None:
        self.problems.append(problem)

    def expect(self, pattern: str) -> None:
        """Say that problems matching `pattern` belong to this test."""
        self.expected.append(re.compile(pattern))

    def unexpected(self) -> list[str]:
        return [problem for problem in self.problems if not any(known.search(problem) for known in self.expected)]


@dataclass
class Visitors:
    """Makes guarded browser contexts for one test and closes them at its end."""

    browser: Browser
    guard: Guard
    contexts: list[BrowserContext] = field(default_factory=list)

    def context(self, *, mode: str | None = "normal", theme: str = "light", **options) -> BrowserContext:
        """A fresh reader with a display choice, or with what `storage_state` says when `mode` is None. Service workers
        are off unless the test is about them."""
        options = {"viewport": DESKTOP, "service_workers": "block", "locale": "zh-CN"} | options
        context = self.browser.new_context(base_url=self.guard.origin, **options)
        context.set_default_timeout(10_000)
        context.set_default_navigation_timeout(60_000)  # a page's first view draws its pictures in all sizes
        self.guard.watch(context)
        if mode:
            chosen = {"mode": mode, "theme": theme}
            context.add_cookies([{"name": n, "value": v, "url": self.guard.origin} for n, v in chosen.items()])
        self.contexts.append(context)
        return context

    def page(self, **options) -> Page:
        return self.context(**options).new_page()

    def leave(self) -> None:
        for context in self.contexts:
            context.close()


def visit(page: Page, kind: PageType) -> Response:
    """Open a page type's example and wait until its pictures and scripts are there."""
    response = page.goto(kind.path, wait_until="load")
    assert response.status == kind.status, f"{kind.path} answered {response.status}"
    if kind.prepare:
        kind.prepare(page)
    return response


def until(page: Page, expression: str) -> None:
    """Wait until a JavaScript expression is true. (Playwright's wait_for_function is refused by the site's policy.)"""
    deadline = time.monotonic() + 10
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"never became true: {expression}"
        page.wait_for_timeout(50)


def sign_in(page: Page, username: str, next_path: str = "/") -> None:
    """Sign in with the password that every demo account shares."""
    page.goto(f"/accounts/login/?next={next_path}")
    page.locator("main input[name=login]").fill(username)
    page.locator("main input[name=password]").fill(PASSWORD)
    page.locator("main input[name=password]").press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path == next_path)
