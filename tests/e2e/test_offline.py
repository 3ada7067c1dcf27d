"""Without a network: what was read opens again, a saved guide opens whole, everything else says what is going on."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.helpers import CHAPTER, GUIDE, LESSON, NEXT_LESSON, PICTURED_LESSON, Guard, Visitors, until

WORKER_READY = "navigator.serviceWorker.ready.then((registration) => registration.active.state === 'activated')"


@pytest.fixture
def reader(visitors: Visitors, guard: Guard) -> BrowserContext:
    guard.expect(r"ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    return visitors.context(service_workers="allow")


def kept(page: Page, path: str) -> None:
    """Wait until a page and its styles are on the device."""
    until(page, f"caches.match(new URL('{path}', location.href)).then(Boolean)")
    until(
        page,
        "Promise.all([...document.querySelectorAll('link[rel=stylesheet]')].map((l) => caches.match(l.href))).then((all) => all.every(Boolean))",
    )


def styled(page: Page) -> bool:
    return page.locator(".masthead").evaluate("(e) => getComputedStyle(e).display") == "flex"


def test_the_very_first_page_that_was_read_opens_again(reader: BrowserContext):
    page = reader.new_page()
    page.goto(LESSON)
    title = page.locator("h1").inner_text()
    kept(page, LESSON)
    reader.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_have_text(title)
    assert styled(page)
    expect(page.locator("[data-offline-banner]")).to_be_visible()
    # Its scripts are there too: a step can be marked.
    page.locator("[data-step-done]").first.click()
    expect(page.locator("[data-progress-text]")).to_contain_text("读完 1 /")
    reader.set_offline(False)
    expect(page.locator("[data-offline-banner]")).to_be_hidden()


def test_pages_read_later_open_again_with_their_pictures(reader: BrowserContext):
    page = reader.new_page()
    page.goto("/")
    until(page, WORKER_READY)
    page.goto(PICTURED_LESSON)
    picture = page.locator(".picture img")
    picture.scroll_into_view_if_needed()
    until(page, "document.querySelector('.picture img').naturalWidth > 0")
    kept(page, PICTURED_LESSON)
    reader.set_offline(True)
    page.goto("/")
    assert styled(page)
    page.goto(PICTURED_LESSON)
    picture.scroll_into_view_if_needed()
    until(page, "document.querySelector('.picture img').naturalWidth > 0")


def test_a_page_never_read_says_that_there_is_no_network(reader: BrowserContext):
    page = reader.new_page()
    page.goto(LESSON)
    kept(page, "/offline/")
    kept(page, LESSON)
    reader.set_offline(True)
    page.goto(NEXT_LESSON)
    expect(page.locator("h1")).to_have_text("现在没有网络")
    assert styled(page)
    # The page that was read is still one step away.
    page.go_back()
    expect(page.locator("[data-lesson]")).to_be_visible()


def test_a_saved_guide_opens_whole(reader: BrowserContext):
    page = reader.new_page()
    page.goto(GUIDE)
    until(page, WORKER_READY)
    chapters = page.locator(".toc__chapter").evaluate_all(
        "(links) => links.map((link) => [link.pathname, link.textContent])"
    )
    assert len(chapters) >= 8
    save = page.locator("[data-save-offline]")
    expect(save).to_have_text("整本存到手机")
    save.click()
    expect(save).to_have_text("✓ 已存到手机", timeout=30_000)
    reader.set_offline(True)
    for path, title in chapters:
        page.goto(path)
        expect(page.locator("h1")).to_have_text(title)
        assert styled(page)
    page.goto(GUIDE)
    expect(page.locator("[data-save-offline]")).to_have_text("✓ 已存到手机")


def test_the_server_is_asked_first(reader: BrowserContext):
    """A page that is kept never hides what has been published since; test_editor proves it with a real change."""
    page = reader.new_page()
    page.goto(CHAPTER)
    kept(page, CHAPTER)
    page.evaluate(
        """async (path) => {
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            if (await cache.match(path)) await cache.put(path, new Response("<h1>old</h1>", { headers: { "Content-Type": "text/html" } }));
          }
        }""",
        CHAPTER,
    )
    page.reload()
    expect(page.locator("h1")).not_to_have_text("old")


def test_nothing_personal_is_kept(reader: BrowserContext):
    page = reader.new_page()
    page.goto("/")
    until(page, WORKER_READY)
    for path in ("/accounts/login/", "/search/?q=退货"):
        page.goto(path)
    kept_paths = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((r) => new URL(r.url).pathname)))).flat()"
    )
    assert not [path for path in kept_paths if path.startswith(("/accounts/", "/cms/", "/api/"))]
