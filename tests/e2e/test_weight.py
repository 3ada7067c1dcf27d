"""What a page weighs on the wire: readers are on phones, some of them paying by the megabyte."""

from playwright.sync_api import Page

from e2e.helpers import CHAPTER, LESSON, PAGES, PHONE, Guard, Visitors, visit

KB = 1000


class Scale:
    """Adds up what a page transfers, compressed, with the cache off."""

    def __init__(self, page: Page):
        self.addresses: dict[str, tuple[str, str]] = {}
        self.sizes: dict[str, tuple[str, int]] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.responseReceived", self.received)
        session.on("Network.loadingFinished", self.finished)

    def received(self, event: dict) -> None:
        self.addresses[event["requestId"]] = event["response"]["url"], event["type"]

    def finished(self, event: dict) -> None:
        if known := self.addresses.get(event["requestId"]):
            self.sizes[known[0]] = known[1], event["encodedDataLength"]

    def total(self, kind: str | None = None) -> float:
        return sum(size for found, size in self.sizes.values() if kind in (None, found))

    def report(self) -> str:
        rows = sorted(self.sizes.items(), key=lambda row: -row[1][1])
        return "\n".join(f"{size:>8.0f} {kind:<12} {url}" for url, (kind, size) in rows)


def weigh(visitors: Visitors, path: str) -> Scale:
    page = visitors.page(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    scale = Scale(page)
    page.goto(path, wait_until="networkidle")
    return scale


def test_home_first_view(visitors: Visitors):
    scale = weigh(visitors, "/")
    assert scale.total("Image") > 10 * KB, f"no pictures were weighed:\n{scale.report()}"
    assert scale.total() <= 200 * KB, f"{scale.total():.0f} bytes\n{scale.report()}"


def test_lesson_without_pictures(visitors: Visitors):
    scale = weigh(visitors, LESSON)
    assert scale.total() <= 120 * KB, f"{scale.total():.0f} bytes\n{scale.report()}"


def test_chapter_without_pictures(visitors: Visitors):
    scale = weigh(visitors, CHAPTER)
    assert scale.total() <= 120 * KB, f"{scale.total():.0f} bytes\n{scale.report()}"


def test_all_scripts_together(visitors: Visitors, guard: Guard):
    guard.expect(r"404 \(Not Found\).*/no-such-page/")
    page = visitors.page()
    scale = Scale(page)
    for kind in PAGES.values():
        visit(page, kind)
    worker = len(page.request.get("/service-worker.js").body())
    assert scale.total("Script") > 1 * KB, "no scripts were weighed"
    assert scale.total("Script") + worker <= 60 * KB, scale.report()
