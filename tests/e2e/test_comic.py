"""The comic reader: strip and single panels, keys, taps, swipes, zoom, remembered place, pictures, voice."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.helpers import EPISODE, LESSON, PHONE, Visitors, until
from e2e.speech import give_voice

PANELS = 7


def position(page: Page) -> Locator:
    return page.locator("[data-reader-position]")


def panel(page: Page, number: int) -> Locator:
    return page.locator(f"[data-panel='{number}']")


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


def single(page: Page) -> None:
    page.locator("[data-reader-mode=single]").click()


@pytest.fixture
def thumb(visitors: Visitors) -> Page:
    """A reader with a phone."""
    return visitors.page(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)


def swipe(page: Page, picture: Locator, distance: int) -> None:
    """Drag a finger over the picture by `distance` pixels."""
    box = picture.bounding_box()
    x, y = box["x"] + box["width"] / 2 - distance / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 9):
        point = {"x": x + distance * step / 8, "y": y + step / 4}
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_strip_shows_every_panel_and_follows_the_scrolling(page: Page):
    page.goto(EPISODE)
    expect(page.locator("[data-panel]")).to_have_count(PANELS)
    expect(position(page)).to_have_text(f"1 / {PANELS}")
    panel(page, 4).scroll_into_view_if_needed()
    panel(page, 4).evaluate("(p) => p.scrollIntoView({ block: 'center' })")
    expect(position(page)).to_have_text(f"4 / {PANELS}")


def test_single_shows_one_panel_with_buttons(page: Page):
    page.goto(EPISODE)
    single(page)
    expect(panel(page, 1)).to_be_visible()
    expect(panel(page, 2)).to_be_hidden()
    previous, following = page.locator("[data-reader-previous]"), page.locator("[data-reader-next]")
    expect(previous).to_be_disabled()
    for number in range(2, PANELS + 1):
        following.click()
        expect(position(page)).to_have_text(f"{number} / {PANELS}")
        expect(panel(page, number)).to_be_visible()
    expect(following).to_be_disabled()
    page.keyboard.press("ArrowLeft")
    expect(panel(page, PANELS - 1)).to_be_visible()
    page.locator("[data-reader-mode=strip]").click()
    expect(page.locator("[data-panel]:visible")).to_have_count(PANELS)
    expect(panel(page, PANELS - 1)).to_be_in_viewport()


def test_tap_right_and_left(thumb: Page):
    thumb.goto(EPISODE)
    single(thumb)
    for share, expected in ((0.8, 2), (0.8, 3), (0.2, 2)):
        box = thumb.locator(".panel.is-current picture").bounding_box()
        thumb.touchscreen.tap(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
        expect(position(thumb)).to_have_text(f"{expected} / {PANELS}")


def test_swipe(thumb: Page):
    thumb.goto(EPISODE)
    single(thumb)
    for distance, expected in ((-160, 2), (-160, 3), (160, 2)):
        swipe(thumb, thumb.locator(".panel.is-current picture"), distance)
        expect(position(thumb)).to_have_text(f"{expected} / {PANELS}")


def test_zoom(page: Page):
    page.goto(EPISODE)
    single(page)
    image, zoom = page.locator(".panel.is-current img"), page.locator("[data-reader-zoom]")
    before = image.bounding_box()["width"]
    zoom.click()
    expect(zoom).to_have_attribute("aria-pressed", "true")
    assert image.bounding_box()["width"] > 1.5 * before
    # A zoomed picture is moved, not turned over.
    image.click(position={"x": 20, "y": 20})
    expect(position(page)).to_have_text(f"1 / {PANELS}")
    zoom.click()
    assert image.bounding_box()["width"] == pytest.approx(before, abs=2)


@pytest.mark.parametrize("mode", ["strip", "single"])
def test_place_is_remembered(page: Page, mode: str):
    page.goto(EPISODE)
    page.locator(f"[data-reader-mode={mode}]").click()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(position(page)).to_have_text(f"4 / {PANELS}")
    page.reload()
    expect(position(page)).to_have_text(f"4 / {PANELS}")
    expect(page.locator(f"[data-reader-mode={mode}]")).to_have_attribute("aria-pressed", "true")
    expect(panel(page, 4)).to_be_in_viewport()


def test_next_panels_are_fetched_ahead(visitors: Visitors):
    page = visitors.page(viewport=PHONE)
    page.goto(EPISODE)
    single(page)
    page.reload(wait_until="networkidle")  # in single mode from the start: the hidden panels do not load by themselves
    loaded = (
        "[...document.querySelectorAll('[data-panel] img')].map((image) => image.complete && image.naturalWidth > 0)"
    )
    assert page.evaluate(loaded)[:3] == [True, True, True]
    assert page.evaluate(loaded)[-1] is False
    for _ in range(4):
        page.locator("[data-reader-next]").click()
    expect(panel(page, 7)).to_be_hidden()
    until(page, f"{loaded}.at(-1)")


def test_pictures_come_as_avif_or_webp(visitors: Visitors):
    page = visitors.page(viewport=PHONE, device_scale_factor=2)
    page.goto(EPISODE)
    source = "document.querySelector('[data-panel] img').currentSrc"
    assert page.evaluate(source).endswith(".avif")
    other = visitors.page(viewport=PHONE)
    other.context.new_cdp_session(other).send("Emulation.setDisabledImageTypes", {"imageTypes": ["avif"]})
    other.goto(EPISODE)
    assert other.evaluate(source).endswith(".webp")


def test_reading_aloud_speaks_every_line_in_order(visitors: Visitors):
    context = visitors.context()
    give_voice(context)
    page = context.new_page()
    page.goto(EPISODE)
    button = page.locator("[data-reader-read]")
    button.click()
    until(page, "speech.said.at(-1)?.panel === '7'")
    expect(button).to_have_attribute("aria-pressed", "false")  # it stops by itself at the end
    said = page.evaluate("speech.said")
    written = page.locator(".lines p").all()
    spoken = "".join(one["text"] for one in said)
    assert without_spaces(spoken) == without_spaces("".join(line.inner_text() for line in written))
    assert said[0]["text"] == written[0].locator("b").inner_text(), "a name is said for itself"
    assert [one["panel"] for one in said] == sorted((one["panel"] for one in said), key=int)
    assert {one["panel"] for one in said} == {str(number) for number in range(1, PANELS + 1)}
    for one in said:
        assert one["text"] in re.sub(r"\s+", " ", one["line"]), "the line being read is marked"
        assert re.sub(r"\s+", " ", one["marked"]) == one["text"], "and in it the sentence"
        assert one["lang"] == one["voice"] == "zh-CN"
    expect(page.locator(".lines [aria-current]")).to_have_count(0)


def test_reading_a_comic_aloud_can_be_stopped(visitors: Visitors):
    context = visitors.context()
    give_voice(context)
    page = context.new_page()
    page.goto(EPISODE)
    page.evaluate("speech.auto = false")
    button = page.locator("[data-reader-read]")
    button.click()
    expect(page.locator(".lines [aria-current]")).to_have_count(1)
    expect(button).to_contain_text("停止朗读")
    button.click()
    expect(page.locator(".lines [aria-current]")).to_have_count(0)
    expect(button).to_contain_text("朗读")
    assert len(page.evaluate("speech.said")) == 1


def test_a_lesson_is_read_sentence_by_sentence(visitors: Visitors):
    context = visitors.context()
    give_voice(context)
    page = context.new_page()
    page.goto(LESSON)
    page.evaluate("speech.auto = false")
    button, rate = page.locator("[data-read-toggle]"), page.locator("[data-read-rate]")
    button.click()
    expect(button).to_contain_text("停止朗读")
    for _ in range(6):
        page.evaluate("speech.finish()")
        page.wait_for_timeout(30)
    said = page.evaluate("speech.said")
    assert len(said) == 7
    for one in said:
        assert re.sub(r"\s+", " ", one["marked"]) == one["text"]
        assert one["rate"] == 1
    # Another speed starts the sentence again; nothing is skipped and nothing else is said twice.
    rate.select_option("1.25")
    page.wait_for_timeout(30)
    again = page.evaluate("speech.said")[7:]
    assert [(one["text"], one["rate"]) for one in again] == [(said[-1]["text"], 1.25)]
    assert page.evaluate("CSS.highlights.has('reading')")
    button.click()
    assert not page.evaluate("CSS.highlights.has('reading')")
    expect(button).to_have_attribute("aria-pressed", "false")
