"""Practice in a browser: with scripts the outcome takes the form's place and is announced; without them it is a page. And axe."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from e2e.helpers import DESKTOP, PHONE, Guard, Visitors
from e2e.test_axe import COLOURS, TAGS, describe

TOPIC, DAILY, WRONG = "/practice/topic/health-products/", "/practice/daily/", "/practice/wrong/"
PATHS = ["/practice/", TOPIC, DAILY, WRONG, "/practice/review/"]


def fill_in(page: Page) -> None:
    """Give some answer to whatever is asked."""
    for name in {box.get_attribute("name") for box in page.locator(".choice input").all()}:
        page.locator(f".choice input[name='{name}']").first.check()
    for field in page.locator("input.blank, .number-answer__field").all():
        field.fill("3")
    for number, choice in enumerate(page.locator("[data-practice-form] select:visible").all(), 1):
        choice.select_option(index=number)
    for item in page.locator("[data-ordering]").all():
        while item.locator(".ordering__item:not(.is-placed)").count():
            item.locator(".ordering__item:not(.is-placed) .ordering__pick").first.click()


def answer(page: Page) -> None:
    fill_in(page)
    page.locator("[data-practice-form] button[type=submit]").click()
    expect(page.locator("[data-practice-result]")).to_be_visible()


def test_the_outcome_is_announced_and_focused(visitors: Visitors):
    page = visitors.page(viewport=PHONE)
    page.goto(TOPIC)
    with page.expect_response(lambda response: response.request.method == "POST") as sent:
        answer(page)
    assert sent.value.request.headers["x-requested-with"] == "fetch"
    assert page.evaluate("document.activeElement.matches('[data-practice-result]')")
    expect(page.locator("[data-practice-say]")).to_have_text(re.compile("答对|答错"))
    expect(page.locator("[data-practice-form]")).to_have_count(0)
    page.get_by_role("link", name="下一题").click()
    expect(page.locator(".question__number").first).to_have_text("第 2 题")


def test_an_empty_answer_leaves_the_form_and_says_why(visitors: Visitors, guard: Guard):
    guard.expect("422")
    page = visitors.page()
    page.goto(TOPIC)
    page.locator("[data-practice-form] button[type=submit]").click()
    expect(page.locator("[data-practice-trouble]")).to_have_text("请先作答。")
    answer(page)


def test_without_a_network_nothing_is_lost(visitors: Visitors, guard: Guard):
    guard.expect("ERR_INTERNET_DISCONNECTED")
    context = visitors.context()
    page = context.new_page()
    page.goto(DAILY)
    fill_in(page)
    context.set_offline(True)
    page.locator("[data-practice-form] button[type=submit]").click()
    expect(page.locator("[data-practice-trouble]")).to_contain_text("没有连上网")
    assert page.locator(".choice input:checked").count()
    context.set_offline(False)
    page.locator("[data-practice-form] button[type=submit]").click()
    expect(page.locator("[data-practice-result]")).to_be_visible()


def test_without_scripts(visitors: Visitors):
    page = visitors.page(java_script_enabled=False)
    page.goto(DAILY)
    page.locator(".choice input").first.check()
    page.locator("[data-practice-form] button[type=submit]").click()
    expect(page).to_have_title(re.compile("^答[对错]"))
    expect(page.locator(".outcome__answers")).to_contain_text("正确答案")


def test_by_keyboard_alone(visitors: Visitors):
    page = visitors.page()
    page.goto(DAILY)
    page.locator(".choice input").first.focus()
    page.keyboard.press("Space")
    button = page.locator("[data-practice-form] button[type=submit]")
    for _ in range(12):
        if button.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-practice-result]")).to_be_focused()


@pytest.mark.parametrize(
    ("mode", "theme", "viewport", "rules"),
    [
        ("normal", "light", DESKTOP, TAGS),
        ("elder", "light", PHONE, TAGS),
        ("normal", "dark", PHONE, COLOURS),
        ("normal", "contrast", DESKTOP, COLOURS),
    ],
    ids=["desk", "elder phone", "dark", "contrast"],
)
def test_axe_finds_nothing_and_nothing_sticks_out(visitors: Visitors, mode, theme, viewport, rules):
    page, found = visitors.page(mode=mode, theme=theme, viewport=viewport), []

    def look(name: str) -> None:
        violations = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
        found.extend([f"{name}\n{describe(violation)}" for violation in violations])
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{name}: wider than the window")

    for path in PATHS:
        page.goto(path)
        look(path)
    for path in (TOPIC, DAILY):
        page.goto(path)
        answer(page)
        look(f"{path} answered")
    assert not found, "\n" + "\n".join(found)
