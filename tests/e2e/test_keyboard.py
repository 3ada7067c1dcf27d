"""Everything works without a mouse, and the focus can always be seen."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from e2e.helpers import EPISODE, LESSON, PAGES, Visitors, visit

# The focused element, and what surrounds it: where its focus must be seen.
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = (e.closest(".card") ?? e.closest("label") ?? e).getBoundingClientRect();
  const [left, top] = [Math.max(0, box.left - 8), Math.max(0, box.top - 8)];
  return {
    name: `${e.tagName.toLowerCase()}.${e.className} ${(e.textContent || e.name || "").trim().slice(0, 20)}`,
    clip: { x: left, y: top, width: Math.min(innerWidth, box.right + 8) - left, height: Math.min(innerHeight, box.bottom + 8) - top },
  };
}"""


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab until the focus is on `selector`."""
    for _ in range(120):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard never reached {selector}")


def test_skip_link(page: Page):
    page.goto("/courses/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def changed_pixels(before: bytes, after: bytes) -> int:
    """How many pixels differ clearly between two screenshots."""
    difference = ImageChops.difference(*(Image.open(BytesIO(shot)).convert("L") for shot in (before, after)))
    return sum(difference.histogram()[60:])


@pytest.mark.parametrize("name", ["home", "course index", "lesson", "comic strip", "search with results"])
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_focus_is_always_visible(visitors: Visitors, name: str, theme: str):
    """Each stop of the Tab key shows: with and without the focus the screen differs by more than a hairline."""
    page = visitors.page(theme=theme, reduced_motion="reduce")
    visit(page, PAGES[name])
    for stop in range(28):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if stop == 0:
            continue  # the skip link, which goes away with the focus
        assert focus, "the focus was lost"
        assert focus["clip"]["width"] > 16 and focus["clip"]["height"] > 16, f"out of view: {focus['name']}"
        focused = page.screenshot(clip=focus["clip"])
        page.evaluate("document.activeElement.blur()")
        changed = changed_pixels(page.screenshot(clip=focus["clip"]), focused)
        assert changed >= 100, f"{focus['name']}: only {changed} pixels tell that it has the focus"


def test_the_main_flow_by_keyboard_alone(page: Page):
    """Home → a lesson → every step → a self-check with its answer → the next lesson."""
    page.goto("/")
    tab_to(page, ".hero .button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/courses/[^/]+/[^/]+/$"))
    page.goto(LESSON)

    check = page.locator("[data-self-check]").first
    verdict = check.locator("[data-verdict]")
    tab_to(page, "[data-self-check] input")
    page.keyboard.press("Space")
    tab_to(page, "[data-self-check] [data-check]")
    page.keyboard.press("Enter")
    expect(verdict).to_have_role("status")
    expect(verdict).not_to_be_empty()
    # A choice sent empty-handed is answered too.
    second = page.locator("[data-self-check]").nth(1)
    second.locator("[data-check]").focus()
    page.keyboard.press("Enter")
    expect(second.locator("[data-verdict]")).to_have_text("先选一个答案。")

    page.goto(LESSON)
    steps = page.locator("[data-step-done]")
    expect(steps.first).to_be_visible()
    for number in range(steps.count()):
        steps.nth(number).focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-progress-text]")).to_have_text(f"读完 {number + 1} / {steps.count()} 步")
        # The focus moves on with the reader: to the next heading, in the end to the good news.
        target = (
            page.locator("[data-step] h2").nth(number + 1)
            if number + 1 < steps.count()
            else page.locator("[data-lesson-finished]")
        )
        expect(target).to_be_focused()
    expect(page.locator("[data-lesson-finished]")).to_be_visible()
    tab_to(page, ".neighbours__next")
    title = page.locator(".neighbours__next").inner_text().split("\n")[-1]
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_feedback_of_a_self_check(page: Page):
    """Right and wrong answers are told in words, not by colour alone."""
    page.goto(LESSON)
    check = page.locator("[data-self-check]").first
    options = check.locator(".option")
    wrong = check.locator(".option[data-correct=false]").first
    wrong.locator("input").check()
    check.locator("[data-check]").click()
    expect(check.locator("[data-verdict]")).to_have_text("还差一点，看看下面的解释。")
    expect(wrong.locator("[data-feedback]")).to_contain_text("✕ 不对")
    expect(check.locator("[data-answer]")).to_be_visible()
    for option in options.all():
        option.locator("input").set_checked(option.get_attribute("data-correct") == "true") if check.get_attribute(
            "data-select"
        ) == "several" else None
    if check.get_attribute("data-select") == "one":
        check.locator(".option[data-correct=true] input").check()
    expect(check.locator("[data-verdict]")).to_be_empty()
    check.locator("[data-check]").click()
    expect(check.locator("[data-verdict]")).to_have_text("答对了。")
    expect(check.locator(".option[data-correct=true] [data-feedback]").first).to_contain_text("✓ 对")


def test_comic_by_arrows(page: Page):
    page.goto(EPISODE)
    position = page.locator("[data-reader-position]")
    expect(position).to_have_text("1 / 7")
    page.keyboard.press("ArrowRight")
    expect(position).to_have_text("2 / 7")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(position).to_have_text("2 / 7")
    expect(page.locator("[data-panel='2']")).to_be_in_viewport()
    expect(page.locator("[data-panel='2']")).to_be_focused()
    tab_to(page, "[data-reader-mode=single]", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-panel='2']")).to_be_visible()
    expect(page.locator("[data-panel='1']")).to_be_hidden()


def test_facets_by_keyboard(page: Page):
    """A facet is set by typing in its list; the page answers and says how many there are."""
    page.goto("/courses/")
    tab_to(page, "#facet-topic")
    before = page.locator("main > .wrap > [role=status]").inner_text()
    page.locator("#facet-topic").press("ArrowDown")
    page.wait_for_url(re.compile(r"topic=[^&]+"))
    expect(page.locator("main > .wrap > [role=status]")).not_to_have_text(before)
    expect(page.locator("#facet-topic")).not_to_have_value("")
