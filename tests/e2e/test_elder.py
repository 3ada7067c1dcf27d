"""The elder mode: one tap from anywhere, remembered, and nothing left out."""

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.helpers import PAGES, PHONE, Guard, Visitors, visit


def words(page: Page) -> list[str]:
    """The words of the page's content as a reader finds them, without what scripts fill in."""
    text = page.locator("main").evaluate("(main) => main.innerText")
    return sorted(re.findall(r"\w+", text))


def mode(page: Page) -> str:
    return page.locator("html").get_attribute("data-mode")


def test_one_tap_from_every_page_and_back(visitors: Visitors, guard: Guard):
    guard.expect(r"404 \(Not Found\).*/no-such-page/")
    page = visitors.page(viewport=PHONE)
    for name, kind in PAGES.items():
        visit(page, kind)
        address = page.url
        page.locator(".masthead button[value=elder]").click()
        expect(page.locator("html"), name).to_have_attribute("data-mode", "elder")
        assert page.url == address, name
        page.locator(".masthead button[value=normal]").click()
        expect(page.locator("html"), name).to_have_attribute("data-mode", "normal")
        assert page.url == address, name


def test_remembered_on_the_next_page_and_after_a_restart(visitors: Visitors):
    page = visitors.page()
    page.goto("/")
    page.locator(".masthead button[value=elder]").click()
    page.locator(".mainnav a").first.click()
    expect(page.locator("h1")).to_have_text("课程")
    assert mode(page) == "elder"
    kept = page.context.storage_state()
    page.context.close()
    later = visitors.page(storage_state=kept, mode=None)
    later.goto("/comics/")
    assert mode(later) == "elder"
    later.locator(".masthead button[value=normal]").click()
    expect(later.locator("html")).to_have_attribute("data-mode", "normal")


@pytest.mark.parametrize("theme", ["auto", "light", "dark", "contrast"])
def test_themes_are_one_tap_in_the_footer(page: Page, theme: str):
    page.goto("/courses/")
    page.locator(f".footer button[value={theme}]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    expect(page.locator(f".footer button[value={theme}]")).to_have_attribute("aria-pressed", "true")


def test_nothing_is_left_out(visitors: Visitors, guard: Guard):
    """Whatever the normal mode tells at a desk, the elder mode tells on a phone."""
    guard.expect(r"404 \(Not Found\).*/no-such-page/")
    normal, elder = visitors.page(), visitors.page(viewport=PHONE, mode="elder")
    for name, kind in PAGES.items():
        visit(normal, kind)
        visit(elder, kind)
        missing = set(words(normal)) - set(words(elder))
        assert not missing, f"{name}: {sorted(missing)}"
