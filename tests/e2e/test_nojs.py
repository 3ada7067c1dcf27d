"""Without scripts everything can still be read and found."""

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.helpers import EPISODE, GUIDE, LESSON, Visitors


@pytest.fixture
def page(visitors: Visitors) -> Page:
    return visitors.page(java_script_enabled=False)


def test_comic_is_a_plain_strip(page: Page):
    page.goto(EPISODE)
    panels = page.locator("[data-panel]")
    expect(panels).to_have_count(7)
    for panel in panels.all():
        expect(panel).to_be_visible()
        expect(panel.locator("img")).to_have_attribute("alt", re.compile(r"\S"))
        expect(panel.locator(".lines p").first).to_be_visible()
    for controls in ("bar", "steps"):
        expect(page.locator(f"[data-reader-{controls}]")).to_be_hidden()


def test_facets_work_by_the_button(page: Page):
    page.goto("/courses/")
    option = page.locator("#facet-audience option").nth(1)
    count = int(re.search(r"（(\d+)）", option.inner_text()).group(1))
    page.locator("#facet-audience").select_option(option.get_attribute("value"))
    page.locator(".facets__go").click()
    assert f"audience={option.get_attribute('value')}" in page.url
    expect(page.locator("main [role=status]")).to_have_text(f"共 {count} 项")
    # The address carries the state: opened again it shows the same choice, and clearing leads back.
    page.goto(page.url)
    expect(page.locator("#facet-audience")).to_have_value(option.get_attribute("value"))
    page.locator(".facets__clear").click()
    assert page.url.endswith("/courses/")


def test_self_check_shows_its_answer_on_demand(page: Page):
    page.goto(LESSON)
    check = page.locator("[data-self-check]").first
    expect(check.locator("[data-check]")).to_be_hidden()
    answer = check.locator("details[data-answer]")
    expect(answer).to_be_visible()
    expect(answer.locator("li").first).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator("li").first).to_be_visible()
    expect(answer).to_contain_text("✓")
    expect(answer).to_contain_text("✕")


def test_search_form(page: Page):
    page.goto("/search/")
    page.locator("#search-q").fill("预付卡")
    page.locator(".search-form__go").click()
    assert "q=" in page.url
    expect(page.locator(".search-result").first).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()


def test_buttons_that_need_scripts_are_not_shown(page: Page):
    for path in (LESSON, GUIDE):
        page.goto(path)
        for part in ("[data-read-aloud]", "[data-save-offline]", "[data-print]", "[data-step-done]", "[data-progress]"):
            for button in page.locator(part).all():
                expect(button).to_be_hidden()


def test_elder_mode(page: Page):
    page.goto(LESSON)
    page.locator(".masthead button[value=elder]").click()
    expect(page.locator("html")).to_have_attribute("data-mode", "elder")
