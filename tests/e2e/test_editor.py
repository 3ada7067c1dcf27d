"""An editor writes a lesson in the CMS, publishes it, and readers see it at once. The guard sees to it that neither the
CMS nor the user bar on public pages breaks under the content security policy."""

import re
from itertools import count

import pytest
from e2e.helpers import COURSE, LESSON, Guard, Visitors, sign_in
from playwright.sync_api import Page, expect

WIDE = {"width": 1400, "height": 1000}
numbers = count(1)


@pytest.fixture
def editor(visitors: Visitors) -> Page:
    page = visitors.page(viewport=WIDE)
    sign_in(page, "editor", "/cms/")
    return page


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
    editor.get_by_role("option", name="文字").click()
    editor.locator("[data-contentpath=steps] .public-DraftEditor-content").click()
    editor.keyboard.type(text)
    expect(editor.locator("[data-contentpath=steps] .public-DraftEditor-content")).to_contain_text(text)


def block_menu(editor: Page) -> None:
    """Open the list of blocks of the first step's body."""
    editor.locator("[data-contentpath=steps] [data-contentpath=body] .c-sf-add-button").first.click()
    expect(editor.get_by_role("option").first).to_be_visible()


def publish(editor: Page) -> None:
    editor.locator("footer .w-dropdown__toggle").click()
    editor.locator("[name=action-publish]").click()
    expect(editor.locator(".messages")).to_contain_text("发布")


def test_write_and_publish_a_lesson(editor: Page, visitors: Visitors):
    title = f"看清楚再付钱 {next(numbers)}-{editor.evaluate('Date.now()')}"
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
    fill_in(editor, "还没发布的一课", "草稿里的一句话。")
    editor.get_by_role("button", name="预览开关").click()
    preview = editor.frame_locator("#w-preview-iframe, .w-preview iframe")
    expect(preview.locator("h1")).to_have_text("还没发布的一课", timeout=20_000)
    expect(preview.locator("article")).to_contain_text("草稿里的一句话。")


def test_every_block_has_a_preview(editor: Page):
    new_lesson(editor)
    editor.locator("[data-contentpath=steps] .c-sf-add-button").first.click()
    block_menu(editor)
    options = editor.get_by_role("option").all()
    assert len(options) >= 10
    for option in options:
        name = option.inner_text()
        option.hover()
        frame = editor.frame_locator(".w-combobox-preview__iframe")
        expect(frame.locator("main, body").first, name).to_be_visible()
        expect(frame.locator("main, body").first, name).to_contain_text(re.compile(r"\S"))


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


def test_the_cms_is_free_of_policy_errors(editor: Page):
    """The pages an editor lives in; the guard fails on any refused script or style."""
    for path in ("/cms/pages/", "/cms/images/", "/cms/documents/", "/cms/reports/site-history/", "/cms/account/"):
        assert editor.goto(path).status == 200, path
        expect(editor.locator("h1, h2").first).to_be_visible()
