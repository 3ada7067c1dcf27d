"""Quizzes for everybody: axe finds nothing, nothing scrolls sideways at 320 px, every target is large enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from e2e.helpers import PHONE, Visitors
from e2e.quiz_site import BLANKS, ORDER, PICTURE, SINGLE, QuizData, choose, question, saved
from e2e.test_axe import COLOURS, TAGS, describe
from e2e.test_layout import NARROW, OVERFLOW, SMALL_TARGETS, TYPE, ZOOMED

EVERY = "e2e-every-type"


def walk(page: Page, quizzes: QuizData, look) -> list[str]:
    """Look at every page and state of quizzes; return what was found, with its place."""
    found = []

    def here(name: str) -> None:
        found.extend(f"{name}: {problem}" for problem in look())

    for path in ("/quizzes/", f"/quizzes/{EVERY}/"):
        page.goto(path)
        here(path)
    for slug in ("e2e-closed", "e2e-account", EVERY):
        page.goto(f"/quizzes/{quizzes.ids[slug]}/start/")
        here(f"start of {slug}")
    quizzes.start(page, EVERY)
    choose(page, SINGLE, 1)
    question(page, SINGLE).locator("[data-mark]").click()
    saved(page)
    for number in range(SINGLE, PICTURE + 1):
        page.locator(f"[data-nav='{number - 1}']").click()
        expect(question(page, number)).to_be_visible()
        if number == BLANKS:
            question(page, number).locator(".blank").first.fill("三倍")
        if number == ORDER:
            question(page, number).locator(".ordering__pick").first.click()
        here(f"question {number}")
    page.locator(".answer-card [data-submit]").click()
    here("dialog")
    page.locator("[data-submit-back]").click()
    page.locator("[data-view-toggle]").click()
    here("all on one page")
    page.locator(".answer-card [data-submit]").click()
    page.locator("[data-submit-sure]").click()
    page.wait_for_url("**/result/")
    here("result")
    quizzes.start(page, "e2e-hidden")
    page.locator(".answer-card [data-submit]").click()
    page.locator("[data-submit-sure]").click()
    page.wait_for_url("**/result/")
    here("hidden result")
    quizzes.start(page, "e2e-checked")
    choose(page, SINGLE, 0)
    question(page, SINGLE).locator("[data-check]").click()
    expect(question(page, SINGLE).locator(".outcome")).to_be_visible()
    here("checked")
    page.goto("/attempts/")
    here("my attempts")
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("mode", "theme", "rules"),
    [
        ("normal", "light", TAGS),
        ("elder", "light", TAGS),
        ("normal", "dark", COLOURS),
        ("elder", "contrast", COLOURS),
    ],
)
def test_axe_finds_nothing(visitors: Visitors, quizzes: QuizData, mode: str, theme: str, rules: dict):
    page, axe = visitors.page(mode=mode, theme=theme, viewport=PHONE), Axe()

    def look() -> list[str]:
        options = {"runOnly": rules, "resultTypes": ["violations"]}
        return [describe(violation) for violation in axe.run(page, options=options).response["violations"]]

    found = walk(page, quizzes, look)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("mode", "least", "smallest"), [("normal", 44, 14), ("elder", 60, 24)])
def test_everything_fits_and_is_large_enough(
    visitors: Visitors, quizzes: QuizData, mode: str, least: int, smallest: float
):
    page = visitors.page(mode=mode, viewport=NARROW)

    def look() -> list[str]:
        page.set_viewport_size(ZOOMED)
        found = page.evaluate(OVERFLOW)
        page.set_viewport_size(NARROW)
        found += page.evaluate(OVERFLOW)
        found += page.evaluate(SMALL_TARGETS, least)
        rows = page.evaluate(TYPE)
        return found + [f"{r['tag']} “{r['text']}” {r['size']} px" for r in rows if r["size"] < smallest - 0.01]

    found = walk(page, quizzes, look)
    assert not found, "\n" + "\n".join(found)


def test_a_printed_result_has_the_receipt_and_the_questions(visitors: Visitors, quizzes: QuizData):
    page = visitors.page()
    quizzes.start(page, EVERY)
    page.locator(".answer-card [data-submit]").click()
    page.locator("[data-submit-sure]").click()
    page.wait_for_url("**/result/")
    page.emulate_media(media="print")
    expect(page.locator(".result__receipt")).to_be_visible()
    expect(page.locator(".result__question").last).to_be_visible()
    for part in (".masthead", ".result__actions", ".footer"):
        expect(page.locator(part)).to_be_hidden()
