"""An editor writes a lesson in the CMS, publishes it, and readers see it at once. The guard sees to it that neither the
CMS nor the user bar on public pages breaks under the content security policy."""

import re
import time

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from e2e.helpers import COURSE, LESSON, Guard, Visitors, sign_in, until

WIDE = {"width": 1400, "height": 1000}


@pytest.fixture
def editor(visitors: Visitors, guard: Guard) -> Page:
    guard.expect("handsontable")  # Wagtail's table editor knows Chinese only as zh-CN and says so in the console
    page = visitors.page(viewport=WIDE)
    sign_in(page, "editor", "/cms/")
    return page


def new_title(title: str) -> str:
    """A title that no other page has, so that its slug is free."""
    return f"{title} {time.time_ns() % 10**9}"


def new_lesson(editor: Page) -> None:
    """Open the form for a new lesson in the example course."""
    editor.goto(COURSE)
    course = editor.locator("[data-course]").get_attribute("data-course")
    editor.goto(f"/cms/pages/add/education/lessonpage/{course}/")
    expect(editor.locator("[data-contentpath=steps] .c-sf-add-button")).to_be_visible()


def fill_in(editor: Page, title: str, text: str) -> None:
    """Title, summary, topic, reader, and one step with a text."""
    editor.locator("#id_title").fill(title)
    editor.locator("#id_summary").fill("编辑在浏览器里写的一课，发布后马上看得到。")
    editor.locator("#id_topics_0").check()
    editor.locator("#id_audiences_0").check()
    editor.locator("[data-contentpath=steps] .c-sf-add-button").first.click()
    editor.locator("[name='steps-0-value-title']").fill("先看清楚")
    block_menu(editor)
    editor.get_by_role("option", name="正文").click()
    editor.locator("[data-contentpath=steps] .public-DraftEditor-content").click()
    editor.keyboard.type(text)
    # The rich text editor hands its text over to the form a moment later.
    until(editor, f"document.querySelector('[name=steps-0-value-body-0-value]').value.includes('{text}')")


def block_menu(editor: Page) -> None:
    """Open the list of blocks of the first step's body."""
    button = editor.locator("[data-contentpath=steps] [data-contentpath=body] .c-sf-add-button").first
    option = editor.get_by_role("option").first
    for _attempt in range(3):  # the new step may still be sliding into place and shut the list again
        button.click()
        try:
            return expect(option).to_be_visible()
        except AssertionError:
            editor.keyboard.press("Escape")
    raise AssertionError("the list of blocks does not open")


def parent(editor: Page, path: str) -> str:
    """The id of a public page, as the user bar knows it."""
    editor.goto(path)
    address = editor.locator("wagtail-userbar a[href*='/edit/']").get_attribute("href")
    return re.search(r"/pages/(\d+)/edit/", address).group(1)


def preview(editor: Page) -> FrameLocator:
    """Open the preview beside the form."""
    editor.get_by_role("button", name="预览开关").click()
    return editor.frame_locator("#w-preview-iframe")


def publish(editor: Page) -> None:
    # Wagtail saves drafts by itself; publishing a new page in that very moment would be a second page of the same slug.
    deadline = time.monotonic() + 5
    while "/add/" in editor.url and time.monotonic() < deadline:
        editor.wait_for_timeout(100)
    editor.locator("footer .w-dropdown__toggle").click()
    editor.locator("[name=action-publish]").click()
    expect(editor.locator(".messages")).to_contain_text("发布")


def test_write_and_publish_a_lesson(editor: Page, visitors: Visitors):
    title = new_title("看清楚再付钱")
    new_lesson(editor)
    fill_in(editor, title, "付钱以前，先问清楚退款怎么算。")
    publish(editor)

    # A reader whose browser keeps pages: the course lists it at once, and a change shows at once too.
    reader = visitors.page(service_workers="allow")
    reader.goto(COURSE)
    reader.get_by_role("link", name=title).click()
    expect(reader.locator("h1")).to_have_text(title)
    expect(reader.locator("article")).to_contain_text("付钱以前，先问清楚退款怎么算。")
    reader.reload()

    editor.get_by_role("link", name="编辑").first.click()
    editor.locator("#id_title").fill(f"{title} 改")
    publish(editor)
    reader.reload()
    expect(reader.locator("h1")).to_have_text(f"{title} 改")


def test_the_preview_shows_the_draft(editor: Page):
    new_lesson(editor)
    title = new_title("还没发布的一课")
    fill_in(editor, title, "草稿里的一句话。")
    shown = preview(editor)
    expect(shown.locator("h1")).to_have_text(title, timeout=15_000)
    expect(shown.locator("article")).to_contain_text("草稿里的一句话。")


# The kinds whose templates lead to files of their own, which a new page does not have yet; and where they go.
NEW_PAGES = {"guidepage": "/guides/", "activitypage": "/activities/", "noticepage": "/notices/"}


def test_new_pages_can_be_previewed_before_they_are_saved(editor: Page):
    """A page that is not in the database yet has no number: nothing in its template may need one."""
    for kind, above in NEW_PAGES.items():
        address = f"/cms/pages/add/education/{kind}/{parent(editor, above)}/"
        editor.evaluate("localStorage.clear()")  # Wagtail remembers that the preview was open
        editor.goto(address)
        editor.locator("#id_title").fill(new_title("才开了个头"))
        editor.locator("#id_summary").fill("还没写完的一页。")
        editor.locator("#id_topics_0").check()
        editor.locator("#id_audiences_0").check()
        heading = preview(editor).locator("h1")
        expect(heading, kind).to_contain_text("才开了个头", timeout=15_000)


def test_every_block_has_a_preview(editor: Page):
    new_lesson(editor)
    editor.locator("[data-contentpath=steps] .c-sf-add-button").first.click()
    block_menu(editor)
    names = editor.get_by_role("option").all_inner_texts()
    buttons = editor.locator(".w-combobox__option-preview")
    expect(buttons).to_have_count(len(names))
    assert len(names) >= 10
    for button, name in zip(buttons.all(), names, strict=True):
        button.click()
        body = editor.frame_locator(".w-combobox-preview__iframe").locator("body")
        expect(body, name).to_contain_text(re.compile(r"\S"))
        expect(body, f"{name} in our type").to_have_css("font-family", re.compile("PingFang"))


def test_the_user_bar_on_public_pages(editor: Page, guard: Guard):
    """Wagtail's bar runs its own accessibility checker and tells the console what it finds: nothing."""
    editor.goto(LESSON)
    expect(editor.locator("wagtail-userbar")).to_be_attached()
    trigger = editor.locator("#wagtail-userbar-trigger")
    expect(trigger).to_be_visible()
    box = trigger.bounding_box()
    assert box["width"] >= 44 and box["y"] > 600, "the bar is styled and sits in its corner"
    trigger.click()
    link = editor.get_by_role("menuitem", name="编辑此页")
    expect(link).to_be_visible()
    editor.wait_for_timeout(1000)  # the checker's turn
    link.click()
    editor.wait_for_url(re.compile(r"/cms/pages/\d+/edit/"))


def test_readers_get_no_user_bar(page: Page):
    page.goto(LESSON)
    expect(page.locator("wagtail-userbar")).to_have_count(0)


def test_the_cms_is_free_of_policy_errors(editor: Page, guard: Guard):
    """The pages an editor lives in; the guard fails on any refused script or style."""
    guard.expect("Invalid time zone specified: localtime")  # Wagtail lists every zone of the machine, this one too
    for path in ("/cms/pages/", "/cms/images/", "/cms/documents/", "/cms/reports/site-history/", "/cms/account/"):
        assert editor.goto(path, wait_until="networkidle").status == 200, path
        expect(editor.locator("#main, main").first).to_be_visible()
